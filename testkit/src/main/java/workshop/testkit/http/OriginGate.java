package workshop.testkit.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import workshop.disk.GateQueue;
import workshop.disk.Held;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Quiescence;

/**
 * Keeps requests waiting at the origin until a test lets them go: before the first byte of the
 * reply, or in the middle of its body.
 *
 * <p>"The client sent the second request while the first was still held" is then a fact and not a
 * matter of timing. No thread waits at this gate: what waits is a reply that is not sent yet.
 * Methods may be called by any thread; only those that say so wait.
 */
public final class OriginGate implements Held, AutoCloseable {

  private record Waiting(Visit visit, Promise<Void> pass) {}

  private final String what;
  private final List<Visit> arrivals = new CopyOnWriteArrayList<>();
  private final GateQueue<Waiting> queue = new GateQueue<>(held -> held.pass().complete());

  OriginGate(String what) {
    this.what = what;
  }

  /** Returns a future that is completed, by any thread, when {@code visit} may go on. */
  Future<Void> pass(Visit visit) {
    Waiting held = new Waiting(visit, Promise.promise());
    boolean waits = queue.holds(held);
    arrivals.add(visit); // after it waits, if it does: a test that sees the arrival may let it go
    return waits ? held.pass().future() : Future.succeededFuture();
  }

  /**
   * Waits, for a bounded time, until {@code n} requests have arrived since the gate was closed,
   * those included that have gone since.
   */
  public void awaitArrivals(int n) {
    Await.until(
        n + (n == 1 ? " request" : " requests") + " at the origin (" + what + ")",
        () -> arrivals.size() >= n,
        () -> arrivals.size() + "\n" + arrivals());
  }

  /**
   * Waits until {@code n} requests are here together; it is a failed expectation if it gets quiet
   * before. The test must not let any go meanwhile.
   */
  public void awaitTogether(int n) {
    if (!Eventually.holds(() -> arrivals.size() >= n)) {
      throw OriginDiagnosis.tooFewTogether(n, arrivals());
    }
  }

  /**
   * Waits until {@code n} requests have arrived, and then until it is quiet: one more that comes is
   * a failed expectation.
   */
  public void awaitNoMoreThan(int n) {
    awaitArrivals(n);
    if (!Quiescence.reachedWithout(() -> arrivals.size() > n)) {
      throw OriginDiagnosis.tooManyInFlight(arrivals.size(), n, arrivals());
    }
  }

  /** Returns the requests that have arrived here since the gate was closed. */
  public Exchanges arrivals() {
    return new Exchanges(arrivals.stream().map(Visit::exchange).toList());
  }

  @Override
  public int waiting() {
    forgetThoseGivenUp();
    return queue.waiting().size();
  }

  private void forgetThoseGivenUp() {
    queue.leave(each -> !each.visit().isHere());
  }

  /** Lets {@code n} requests go: those that have waited longest, or else the next to come. */
  public void let(int n) {
    forgetThoseGivenUp();
    queue.let(n);
  }

  /** Lets all requests go, now and from now on. */
  public void open() {
    queue.open();
  }

  /** Opens the gate. */
  @Override
  public void close() {
    open();
  }

  /** Returns false: it is the reply that waits, and no thread. */
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
