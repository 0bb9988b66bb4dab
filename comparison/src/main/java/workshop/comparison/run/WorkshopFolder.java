package workshop.comparison.run;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the workshop is: its sources, and the {@code target} folder that all we make goes to. */
public final class WorkshopFolder {

  private WorkshopFolder() {}

  /** Returns the folder of the workshop, also when the current one is that of this module. */
  public static Path path() {
    Path here = Path.of("").toAbsolutePath();
    Path above = here.getParent();
    return above == null || Files.exists(here.resolve("comparison/pom.xml")) ? here : above;
  }

  /** Returns a place for what is made and may be deleted; it need not be there yet. */
  public static Path target(String name) {
    return path().resolve("comparison/target").resolve(name);
  }
}
