package workshop.disk;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The operations on a disk up to one moment, in the order in which they began. Immutable: an
 * operation that was in flight stays in flight. Filters keep the numbers of the events.
 */
public final class Recording implements Iterable<DiskEvent> {

  private final Path directory;
  private final List<DiskEvent> events;
  private final List<OpenHandle> openHandles;

  Recording(Path directory, List<DiskEvent> events, List<OpenHandle> openHandles) {
    this.directory = directory;
    this.events = List.copyOf(events);
    this.openHandles = List.copyOf(openHandles);
  }

  /** Returns the events, ordered by number. */
  public List<DiskEvent> events() {
    return events;
  }

  @Override
  public Iterator<DiskEvent> iterator() {
    return events.iterator();
  }

  public boolean isEmpty() {
    return events.isEmpty();
  }

  /** Returns the files that were open, in the order of opening. */
  public List<OpenHandle> openHandles() {
    return openHandles;
  }

  /** Returns the events of these kinds; all events if no kind is named. */
  public Recording only(Op... ops) {
    Set<Op> wanted = setOf(ops);
    return keep(event -> wanted.contains(event.op()));
  }

  /** Returns the events whose file or target is {@code file}, which may be a relative name. */
  public Recording on(Path file) {
    Path wanted = directory.resolve(file);
    return new Recording(
        directory,
        events.stream().filter(event -> event.concerns(wanted)).toList(),
        openHandles.stream().filter(handle -> handle.file().equals(wanted)).toList());
  }

  /** Returns the events that began after {@code earlier} began. */
  public Recording after(DiskEvent earlier) {
    return keep(event -> event.number() > earlier.number());
  }

  /** Returns the last {@code count} events, or all of them if there are fewer. */
  public Recording last(int count) {
    return with(events.subList(Math.max(0, events.size() - count), events.size()));
  }

  /** Returns the threads of the operations, in the order of their first operations. */
  public Set<EventThread> threads() {
    Set<EventThread> threads = new LinkedHashSet<>();
    for (DiskEvent event : events) {
      threads.add(event.thread());
    }
    return threads;
  }

  /**
   * Returns the greatest number of operations of these kinds that were in flight at the same time.
   * Held operations are in flight.
   */
  public int maxInFlight(Op... ops) {
    List<DiskEvent> counted = only(ops).events;
    long[] starts = counted.stream().mapToLong(DiskEvent::startNanos).sorted().toArray();
    long[] ends = counted.stream().mapToLong(DiskEvent::endNanos).sorted().toArray();
    int most = 0;
    int ended = 0;
    for (int started = 0; started < starts.length; started++) {
      while (ends[ended] < starts[started]) {
        ended++;
      }
      most = Math.max(most, started + 1 - ended);
    }
    return most;
  }

  /**
   * Returns whether {@code close} cut off an operation in flight. Such a close may come from an
   * interrupt: it closes the channel that the interrupted thread uses.
   */
  public boolean cutsOff(DiskEvent close) {
    return close.op() == Op.CLOSE
        && events.stream()
            .filter(event -> event.handle() == close.handle())
            .anyMatch(event ->
                event.startNanos() < close.startNanos() && close.startNanos() < event.endNanos());
  }

  /** Returns one line for each event. */
  @Override
  public String toString() {
    return EventTable.of(directory, events);
  }

  public Path directory() {
    return directory;
  }

  Recording with(List<DiskEvent> others) {
    return new Recording(directory, others, openHandles);
  }

  private Recording keep(Predicate<DiskEvent> wanted) {
    return with(events.stream().filter(wanted).toList());
  }

  static Set<Op> setOf(Op... ops) {
    return ops.length == 0 ? EnumSet.allOf(Op.class) : EnumSet.copyOf(List.of(ops));
  }
}
