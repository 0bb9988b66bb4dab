package workshop.comparison.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A folder for the files of a measurement, on the disk that holds the workshop and not in a
 * temporary place, which is memory on many machines. Closing it removes it.
 */
public final class WorkFolder implements AutoCloseable {

  private final Path path;

  private WorkFolder(Path path) {
    this.path = path;
  }

  /** Returns the folder that holds all of them; it may not exist yet. */
  public static Path parent() {
    return Root.target("work");
  }

  /** Makes an empty one. */
  public static WorkFolder make(String name) throws IOException {
    Files.createDirectories(parent());
    return new WorkFolder(Files.createTempDirectory(parent(), name + "-"));
  }

  public Path path() {
    return path;
  }

  /** Deletes it with everything in it. */
  @Override
  public void close() {
    try {
      Files.walkFileTree(path, DELETE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the work folder " + path, e);
    }
  }

  private static final SimpleFileVisitor<Path> DELETE =
      new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
            throws IOException {
          Files.deleteIfExists(file);
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
          if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE; // it is gone already
          }
          throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
            throws IOException {
          if (failure != null) {
            throw failure;
          }
          Files.deleteIfExists(folder);
          return FileVisitResult.CONTINUE;
        }
      };
}
