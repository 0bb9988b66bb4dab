package workshop.testkit.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the origin has seen up to one moment, in the order of arrival. Immutable; filters return the
 * same type.
 */
public final class Exchanges implements Iterable<Exchange> {

  private static final int SHOWN = 12;

  private final List<Exchange> all;

  public Exchanges(List<Exchange> all) {
    this.all = List.copyOf(all);
  }

  /** Returns the requests for {@code path}, without regard to their query. */
  public Exchanges to(String path) {
    return where(each -> each.path().equals(path));
  }

  /** Returns the requests that ended, or did not yet end, in this way. */
  public Exchanges that(Exchange.Outcome outcome) {
    return where(each -> each.outcome() == outcome);
  }

  private Exchanges where(Predicate<Exchange> condition) {
    return new Exchanges(all.stream().filter(condition).toList());
  }

  /** Returns the requests as a list that cannot be changed. */
  public List<Exchange> list() {
    return all;
  }

  @Override
  public Iterator<Exchange> iterator() {
    return all.iterator();
  }

  public Stream<Exchange> stream() {
    return all.stream();
  }

  public int count() {
    return all.size();
  }

  /** Returns how many connections these requests came by. */
  public int connections() {
    return (int) all.stream().mapToLong(Exchange::connection).distinct().count();
  }

  /** Returns how many of these requests the client gave up. */
  public int cancellations() {
    return that(Exchange.Outcome.ABORTED_BY_CLIENT).count();
  }

  /**
   * Returns how many of these requests were in flight together at most.
   *
   * <p>A request leaves just before its last byte does. So a client that sends its next request
   * when it has the whole of the last reply is never counted twice. One that gives up a request and
   * sends another at once may be: the network is free to bring the second news first.
   */
  public int maxInFlight() {
    return together().size();
  }

  /** Returns the first requests that were in flight together in the greatest number. */
  public List<Exchange> together() {
    List<Exchange> inside = new ArrayList<>();
    List<Exchange> most = List.of();
    for (Exchange arriving : all) {
      inside.removeIf(each -> !each.isInFlight() && each.endNanos() <= arriving.startNanos());
      inside.add(arriving);
      if (inside.size() > most.size()) {
        most = List.copyOf(inside);
      }
    }
    return most;
  }

  /** Returns the last requests as lines, for the end of a failure message. */
  @Override
  public String toString() {
    if (all.isEmpty()) {
      return "  no request has arrived";
    }
    String earlier = all.size() > SHOWN ? "  … " + (all.size() - SHOWN) + " earlier ones\n" : "";
    return all.stream()
        .sorted(Comparator.comparingLong(Exchange::number))
        .skip(Math.max(0, all.size() - SHOWN))
        .map(Exchange::toString)
        .collect(Collectors.joining("\n", earlier, ""));
  }
}
