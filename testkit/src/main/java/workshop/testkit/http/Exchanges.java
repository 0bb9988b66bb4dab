package workshop.testkit.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The requests that the origin has received up to one moment, in the order of arrival. Immutable.
 */
public final class Exchanges implements Iterable<Exchange> {

  private static final int SHOWN = 12;

  private final List<Exchange> all;

  public Exchanges(List<Exchange> all) {
    this.all = List.copyOf(all);
  }

  /** Returns the requests for {@code path} with any query. */
  public Exchanges to(String path) {
    return where(each -> each.path().equals(path));
  }

  /** Returns the requests with this outcome. */
  public Exchanges that(Exchange.Outcome outcome) {
    return where(each -> each.outcome() == outcome);
  }

  private Exchanges where(Predicate<Exchange> condition) {
    return new Exchanges(all.stream().filter(condition).toList());
  }

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

  /** Returns how many connections these requests used. */
  public int connections() {
    return (int) all.stream().mapToLong(Exchange::connection).distinct().count();
  }

  /** Returns how many of these requests the client canceled. */
  public int cancellations() {
    return that(Exchange.Outcome.ABORTED_BY_CLIENT).count();
  }

  /**
   * Returns the greatest number of these requests that were in flight at the same time.
   *
   * <p>A request ends just before its last byte is sent, so a client that waits for a whole reply
   * before its next request is not counted twice. A client that cancels a request may be: its next
   * request can arrive before the cancellation.
   */
  public int maxInFlight() {
    return together().size();
  }

  /**
   * Returns the largest group of requests that were in flight at the same time; the first such
   * group if there are several.
   */
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

  /** Returns the last requests, one per line, as evidence. */
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
