package workshop.runner.course;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at source files without reading them. */
public final class SourceFiles {

  /** The attributes that change when a file is saved. */
  public record Stamp(long modified, long size, @Nullable Object key) {}

  private SourceFiles() {}

  /**
   * Returns whether this is a source. Editors put files next to it whose names begin with a dot.
   */
  public static boolean isSource(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java") && !name.startsWith(".");
  }

  /**
   * Returns the attributes of the sources under {@code roots}, except of files that vanish
   * meanwhile.
   */
  public static Map<Path, Stamp> look(List<Path> roots) {
    Map<Path, Stamp> found = new HashMap<>();
    for (Path root : roots) {
      try {
        Files.walkFileTree(
            root,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes look) {
                if (isSource(file)) {
                  long modified = look.lastModifiedTime().to(TimeUnit.NANOSECONDS);
                  found.put(file, new Stamp(modified, look.size(), look.fileKey()));
                }
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
              }
            });
      } catch (IOException replacedMeanwhile) {
        // The next call sees the files that exist by then.
      }
    }
    return found;
  }
}
