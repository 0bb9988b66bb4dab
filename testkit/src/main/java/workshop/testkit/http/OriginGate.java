package workshop.testkit.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import workshop.disk.Held;
import workshop.testkit.assertion.OriginAssert;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Quiescence;

/**
 * Keeps requests waiting at the origin until a test lets them go: before the first byte of the
 * reply, or in the middle of its body.
 *
 * <p>"The client sent the second request while the first was still held" is then a fact and no
 * timing. No thread stands at this gate: what waits is a reply that nobody sends. Methods may be
 * called by any thread; only those that say so wait.
 */
public final class OriginGate implements Held, AutoCloseable {

  private final String what;
  private final List<Waiting> queue = new ArrayList<>();
  private final List<Visit> arrivals = new ArrayList<>();
  private int maxWaiting;
  private int permits;
  private boolean open;

  private record Waiting(Visit visit, Promise<Void> pass) {}

  OriginGate(String what) {
    this.what = what;
  }

  /** Returns a future that is completed, by any thread, when {@code visit} may go on. */
  synchronized Future<Void> pass(Visit visit) {
    arrivals.add(visit);
    if (open || permits > 0) {
      permits = Math.max(0, permits - 1);
      return Future.succeededFuture();
    }
    Promise<Void> pass = Promise.promise();
    queue.add(new Waiting(visit, pass));
    maxWaiting = Math.max(maxWaiting, waiting());
    return pass.future();
  }

  /**
   * Waits, for a bounded time, until {@code n} requests have arrived since the gate was closed,
   * those included that have gone since.
   */
  public void awaitArrivals(int n) {
    Await.until(
        n + (n == 1 ? " request" : " requests") + " at the origin (" + what + ")",
        () -> arrivals().count() >= n,
        () -> arrivals().count() + "\n" + arrivals());
  }

  /**
   * Waits until {@code n} requests stand here together; it is a failed expectation if it gets quiet
   * before. Nobody may be let go meanwhile.
   */
  public void awaitTogether(int n) {
    if (!Eventually.holds(() -> arrivals().count() >= n)) {
      throw OriginAssert.tooFewTogether(n, arrivals());
    }
  }

  /**
   * Waits until {@code n} requests have arrived, and then until it is quiet: one more that comes is
   * a failed expectation.
   */
  public void awaitNoMoreThan(int n) {
    awaitArrivals(n);
    if (!Quiescence.reachedWithout(() -> arrivals().count() > n)) {
      throw OriginAssert.tooManyInFlight(arrivals().count(), n, arrivals());
    }
  }

  /** Returns the requests that have arrived here since the gate was closed. */
  public synchronized Exchanges arrivals() {
    return new Exchanges(arrivals.stream().map(Visit::exchange).toList());
  }

  @Override
  public synchronized int waiting() {
    queue.removeIf(each -> !each.visit.isHere());
    return queue.size();
  }

  /** Returns how many requests waited here together at most. */
  public synchronized int maxWaiting() {
    return maxWaiting;
  }

  /** Lets {@code n} requests go: those that have waited longest, or else the next to come. */
  public void let(int n) {
    List<Waiting> going;
    synchronized (this) {
      int now = Math.min(n, waiting());
      going = List.copyOf(queue.subList(0, now));
      queue.subList(0, now).clear();
      permits += n - now;
    }
    going.forEach(each -> each.pass.complete());
  }

  /** Lets everybody go, now and from now on. */
  public void open() {
    List<Waiting> going;
    synchronized (this) {
      open = true;
      going = List.copyOf(queue);
      queue.clear();
    }
    going.forEach(each -> each.pass.complete());
  }

  /** Opens the gate. */
  @Override
  public void close() {
    open();
  }

  /** Returns false: it is the reply that waits, and no thread of anybody. */
  @Override
  public boolean isHeldBy(Thread thread) {
    return false;
  }

  @Override
  public String describe() {
    return "the request (" + what + ")";
  }

  @Override
  public String holder() {
    return "the server";
  }

  @Override
  public String work() {
    return "the exchange";
  }
}
