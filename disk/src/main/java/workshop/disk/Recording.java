package workshop.disk;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What happened on a disk up to one moment, in the order in which the operations began.
 *
 * <p>Immutable: an operation that was in flight when the recording was taken stays so. The filters
 * return a smaller recording with the original numbers.
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

  /** Returns the events, by number. */
  public List<DiskEvent> events() {
    return events;
  }

  @Override
  public Iterator<DiskEvent> iterator() {
    return events.iterator();
  }

  /** Tells whether there is no event. */
  public boolean isEmpty() {
    return events.isEmpty();
  }

  /** Returns what was open when the recording was taken, in the order of opening. */
  public List<OpenHandle> openHandles() {
    return openHandles;
  }

  /** Returns the events of these kinds; all of them if none is named. */
  public Recording only(Op... ops) {
    Set<Op> wanted = setOf(ops);
    return keep(event -> wanted.contains(event.op()));
  }

  /**
   * Returns the events that concern one file, as file or as target.
   *
   * @param file a path, or a name relative to the watched directory
   */
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

  /** Returns who did the operations, in the order of appearance. */
  public Set<EventThread> threads() {
    Set<EventThread> threads = new LinkedHashSet<>();
    for (DiskEvent event : events) {
      threads.add(event.thread());
    }
    return threads;
  }

  /**
   * Returns how many operations of these kinds were in flight at once, at most. Operations that
   * stand at a gate are in flight.
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
   * Tells whether {@code close} cut off an operation in flight. The thread that did it may have
   * meant something else: to interrupt a thread is to close the channel that the thread waits for.
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
    return Timeline.of(directory, events);
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
