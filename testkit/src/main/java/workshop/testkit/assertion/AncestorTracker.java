package workshop.testkit.assertion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import workshop.disk.DiskEvent;
import workshop.disk.Op;

/** The history of a file, which may have had another name while it was written. */
final class AncestorTracker {

  private AncestorTracker() {}

  /**
   * Returns the events of the file that had the name {@code file} in the end: if it was moved
   * there, those of its former name up to the move, and not those of the file that the move
   * replaced.
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
