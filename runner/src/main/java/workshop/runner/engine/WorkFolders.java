package workshop.runner.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import workshop.runner.checkout.Checkout;
import workshop.runner.core.Trouble;

/**
 * Folders for compiled classes, under {@code .workshop/run}, in a folder of this process, and for
 * what a worker needs, among the system's temporary files. Those of processes that are no more are
 * swept away.
 */
final class WorkFolders implements AutoCloseable {

  private static final String TEMPORARY = "workshop-worker-";

  private final Path all;
  private final Path own;
  private final AtomicInteger count = new AtomicInteger();

  WorkFolders(Checkout checkout) {
    this.all = checkout.own().resolve("run");
    this.own = all.resolve(Long.toString(ProcessHandle.current().pid()));
  }

  /** Returns a folder that did not exist before. */
  Path fresh(String name) throws IOException {
    return Files.createDirectories(own.resolve(count.incrementAndGet() + "-" + name));
  }

  /** Returns a new folder among the temporary files, marked as this process's. */
  static Path temporary() throws IOException {
    return Files.createTempDirectory(
        temporaries(), TEMPORARY + ProcessHandle.current().pid() + "-");
  }

  private static Path temporaries() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    if (Files.isDirectory(folder) && Files.isWritable(folder)) {
      return folder;
    }
    String wrong = Files.isDirectory(folder) ? "cannot be written to" : "does not exist";
    throw new Trouble(
        "The folder for temporary files, " + folder + ", " + wrong + ".",
        "Make it as it should be, or name another one:"
            + " JDK_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER ./workshop");
  }

  /**
   * Deletes what killed processes left behind.
   *
   * @throws Trouble if there is no place for temporary files
   */
  void sweep() throws IOException {
    if (Files.isDirectory(all)) {
      sweep(all, "");
    }
    sweep(temporaries(), TEMPORARY);
  }

  private static void sweep(Path parent, String prefix) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, prefix + "*")) {
      for (Path folder : folders) {
        if (isOfTheDead(folder.getFileName().toString().substring(prefix.length()))) {
          delete(folder);
        }
      }
    }
  }

  /** The name begins with the number of its process. */
  private static boolean isOfTheDead(String name) {
    try {
      return ProcessHandle.of(Long.parseLong(name.split("-", 2)[0])).isEmpty();
    } catch (NumberFormatException notOurs) {
      return false;
    }
  }

  /** Deletes a folder and all in it; what cannot be deleted now is swept later. */
  static void delete(Path folder) {
    try {
      Files.walkFileTree(folder, new Deleting());
    } catch (IOException sweptLater) {
      // A virus scanner or a process that is just ending may hold a file for a moment.
    }
  }

  @Override
  public void close() {
    delete(own);
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
