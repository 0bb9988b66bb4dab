package workshop.runner.checkout;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds file events against what was seen by looking, to learn whether they arrive at all. Only a
 * change without any event counts, and only after several looks: on a busy machine an event may
 * come long after the change, and a look long after both.
 */
final class Announcements {

  /** So many looks an event may come later than the look that saw the change. */
  private static final int PATIENCE = 4;

  /** A change that was seen: it happened after that instant. */
  private record Seen(long after, int looks) {}

  private final Map<Path, Long> heard = new ConcurrentHashMap<>();
  private final Map<Path, Seen> waiting = new HashMap<>();

  /** An event told of the file. Safe for use by any thread, unlike the others here. */
  void heard(Path file, long instant) {
    heard.put(file, instant);
  }

  /**
   * A look saw that the file changed.
   *
   * @param after when the look before it saw nothing yet
   */
  void changed(Path file, long after) {
    waiting.put(file, new Seen(after, 0));
  }

  /** Returns whether an event is overdue. To be asked once at each look. */
  boolean isOneMissing() {
    waiting.entrySet().removeIf(e -> wasHeard(e.getKey(), e.getValue().after()));
    waiting.replaceAll((file, seen) -> new Seen(seen.after(), seen.looks() + 1));
    return waiting.values().stream().anyMatch(seen -> seen.looks() > PATIENCE);
  }

  private boolean wasHeard(Path file, long after) {
    Long instant = heard.get(file);
    return instant != null && instant - after >= 0;
  }
}
