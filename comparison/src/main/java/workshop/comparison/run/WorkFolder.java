package workshop.comparison.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for the files of a measurement. It is on the disk that holds the workshop, because the
 * system's temporary folder is in memory on many machines. Closing it deletes the folder.
 */
public final class WorkFolder implements AutoCloseable {

  private final Path path;

  private WorkFolder(Path path) {
    this.path = path;
  }

  /** Returns the parent of all work folders, which may not exist yet. */
  public static Path parent() {
    return WorkshopFolder.target("work");
  }

  public static WorkFolder make(String name) throws IOException {
    Files.createDirectories(parent());
    return new WorkFolder(Files.createTempDirectory(parent(), name + "-"));
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the work folder " + path, e);
    }
  }
}
