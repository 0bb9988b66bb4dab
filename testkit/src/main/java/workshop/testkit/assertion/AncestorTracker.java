package workshop.testkit.assertion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import workshop.disk.DiskEvent;
import workshop.disk.Op;

/** Follows a file through moves. */
final class AncestorTracker {

  private AncestorTracker() {}

  /**
   * Returns the events of the file that has the name {@code file} in the end. If it was moved
   * there, the events under its former name are included, and those of the replaced file are not.
   */
  static List<DiskEvent> of(List<DiskEvent> events, Path file) {
    for (int i = events.size() - 1; i >= 0; i--) {
      DiskEvent event = events.get(i);
      if (event.op() == Op.MOVE && event.isDone() && file.equals(event.target())) {
        List<DiskEvent> life = new ArrayList<>(of(events.subList(0, i), event.file()));
        life.addAll(concerning(events.subList(i, events.size()), file));
        return life;
      }
    }
    return concerning(events, file);
  }

  private static List<DiskEvent> concerning(List<DiskEvent> events, Path file) {
    return events.stream().filter(event -> event.concerns(file)).toList();
  }
}
