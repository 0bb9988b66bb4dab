package workshop.comparison.run;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The location of the workshop: its sources, and the {@code target} folder for all generated files.
 */
public final class WorkshopFolder {

  private WorkshopFolder() {}

  /** Returns the folder of the workshop, even if the current folder is that of this module. */
  public static Path path() {
    Path here = Path.of("").toAbsolutePath();
    Path above = here.getParent();
    return above == null || Files.exists(here.resolve("comparison/pom.xml")) ? here : above;
  }

  /** Returns a path for generated files that may be deleted. It may not exist yet. */
  public static Path target(String name) {
    return path().resolve("comparison/target").resolve(name);
  }
}
