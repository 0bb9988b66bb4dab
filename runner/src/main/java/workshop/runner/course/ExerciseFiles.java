package workshop.runner.course;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Replaces a learner's file without losing it: before the file is overwritten, its content is
 * copied to a new file under {@code .workshop/backups}.
 */
public final class ExerciseFiles {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss", Locale.ROOT);

  private final Checkout checkout;

  public ExerciseFiles(Checkout checkout) {
    this.checkout = checkout;
  }

  /**
   * Restores the starter.
   *
   * @return where the learner's version is kept; empty if the file was missing or is the starter
   */
  public Optional<Path> reset(Exercise exercise) throws IOException {
    return replace(exercise, exercise.starter());
  }

  /**
   * Replaces the file with the solution.
   *
   * @return where the learner's version is kept; empty if it was not worth keeping
   */
  public Optional<Path> fill(Exercise exercise) throws IOException {
    return replace(exercise, exercise.solution());
  }

  /** Copies bytes, because a draft in another encoding must not change. */
  private Optional<Path> replace(Exercise exercise, String replacement) throws IOException {
    byte[] content = Files.readAllBytes(checkout.path(replacement));
    Path file = checkout.path(exercise.file());
    Optional<Path> kept = Optional.empty();
    try {
      byte[] draft = Checkout.bytes(file);
      boolean written = !Arrays.equals(draft, content) && !checkout.draft(exercise).starter();
      if (written) {
        kept = Optional.of(keep(exercise, draft));
      }
    } catch (NoSuchFileException nothingToKeep) {
      Files.createDirectories(file.getParent());
    }
    AtomicFile.replace(file, content, true);
    return kept;
  }

  private Path keep(Exercise exercise, byte[] draft) throws IOException {
    Path folder = checkout.own().resolve("backups").resolve(exercise.id().toString());
    Files.createDirectories(folder);
    String stamp = LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
    for (int copy = 1; ; copy++) {
      String suffix = copy == 1 ? "" : "-" + copy;
      Path backup = folder.resolve(stamp + suffix + "-" + exercise.page().file());
      try {
        AtomicFile.create(backup, draft);
        return backup;
      } catch (FileAlreadyExistsException takenInTheSameSecond) {
        // The next free number. Another process may take it first.
      }
    }
  }
}
