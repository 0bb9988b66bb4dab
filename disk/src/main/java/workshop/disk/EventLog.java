package workshop.disk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Records the events of a disk in the order in which they begin. Safe for use by many threads. */
final class EventLog {

  private final Path directory;

  /** Guards the fields below. */
  private final Object lock = new Object();

  private final List<DiskEvent> events = new ArrayList<>();
  private long lastNanos = Long.MIN_VALUE;

  EventLog(Path directory) {
    this.directory = directory;
  }

  Path directory() {
    return directory;
  }

  /** Records that the current thread begins {@code request}. */
  DiskEvent begin(Request request) {
    EventThread thread = EventThread.current();
    synchronized (lock) {
      long number = events.size() + 1L;
      boolean opens = request.op() == Op.OPEN || request.op() == Op.LIST;
      DiskEvent event =
          new DiskEvent(
              number,
              request.op(),
              request.file(),
              request.target(),
              request.options(),
              request.position(),
              request.requested(),
              0,
              request.metadata(),
              thread,
              opens ? number : request.handle(),
              tick(),
              Long.MAX_VALUE,
              new Outcome.InFlight());
      events.add(event);
      return event;
    }
  }

  void end(long number, long transferred, Outcome outcome) {
    synchronized (lock) {
      int index = Math.toIntExact(number - 1);
      events.set(index, events.get(index).ended(tick(), transferred, outcome));
    }
  }

  /** Returns the event in its current state. */
  DiskEvent event(long number) {
    synchronized (lock) {
      return events.get(Math.toIntExact(number - 1));
    }
  }

  /** Returns the last {@code count} events. */
  List<DiskEvent> last(int count) {
    synchronized (lock) {
      return List.copyOf(events.subList(Math.max(0, events.size() - count), events.size()));
    }
  }

  List<DiskEvent> snapshot() {
    synchronized (lock) {
      return List.copyOf(events);
    }
  }

  /** Returns a time that differs from all others, so that events can be ordered. Needs the lock. */
  private long tick() {
    lastNanos = Math.max(lastNanos + 1, System.nanoTime());
    return lastNanos;
  }
}
