package workshop.runner.course;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * The {@link Progress} of a checkout, in {@code .workshop/progress}. Safe for use by several
 * threads, and by several commands at once: each change applies to the newest content of the file.
 */
public final class ProgressFile {

  private final Path file;

  public ProgressFile(Checkout checkout) {
    this.file = checkout.own().resolve("progress");
  }

  /** Returns the stored progress; an empty one if there is no such file yet. */
  public Progress load() throws IOException {
    try {
      return Progress.parse(new String(Checkout.bytes(file), UTF_8));
    } catch (NoSuchFileException fresh) {
      return Progress.NONE;
    }
  }

  /** Changes the stored progress and returns the new one. Blocks while another change is made. */
  public Progress update(UnaryOperator<Progress> change) throws IOException {
    Files.createDirectories(file.getParent());
    // A file lock keeps other processes out, but not other threads of this process.
    synchronized (ProgressFile.class) {
      try (LockFile _ = LockFile.lock(file.resolveSibling("progress.lock"))) {
        Progress before = load();
        Progress after = change.apply(before);
        String text = after.format();
        if (!text.equals(before.format())) {
          AtomicFile.replace(file, text.getBytes(UTF_8), false);
        }
        return after;
      }
    }
  }
}
