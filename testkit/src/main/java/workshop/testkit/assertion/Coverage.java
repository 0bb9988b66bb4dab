package workshop.testkit.assertion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import workshop.disk.DiskEvent;

/** The bytes of a file that each operation moved. */
final class Coverage {

  /** Two operations that moved the same bytes. */
  record Overlap(DiskEvent earlier, DiskEvent later, int laterNth) {}

  /** Bytes that no operation moved. */
  record Gap(long from, long to) {}

  private final List<DiskEvent> moved;

  Coverage(List<DiskEvent> events) {
    this.moved = events.stream().filter(event -> event.transferred() > 0).toList();
  }

  /** Returns the first operation that moved bytes for a second time. */
  @Nullable Overlap firstOverlap() {
    NavigableMap<Long, DiskEvent> byPosition = new TreeMap<>();
    int nth = 0;
    for (DiskEvent later : moved) {
      nth++;
      // The earlier ones do not overlap, so the last one to begin is also the last one to end.
      Map.Entry<Long, DiskEvent> before = byPosition.lowerEntry(end(later));
      if (before != null && end(before.getValue()) > later.position()) {
        return new Overlap(before.getValue(), later, nth);
      }
      byPosition.put(later.position(), later);
    }
    return null;
  }

  /** Returns the first gap before {@code end}. */
  @Nullable Gap firstGap(long end) {
    List<DiskEvent> byPosition = new ArrayList<>(moved);
    byPosition.sort(Comparator.comparingLong(DiskEvent::position));
    long reached = 0;
    for (DiskEvent event : byPosition) {
      if (event.position() > reached) {
        return new Gap(reached, Math.min(event.position(), end));
      }
      reached = Math.max(reached, end(event));
    }
    return reached < end ? new Gap(reached, end) : null;
  }

  /** Returns the position after the last byte that was moved. */
  long end() {
    return moved.stream().mapToLong(Coverage::end).max().orElse(0);
  }

  private static long end(DiskEvent event) {
    return event.position() + event.transferred();
  }
}
