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
 * Holds requests at the origin until a test releases them: before the first byte of the reply, or
 * in the middle of its body. No thread waits at this gate, only replies that have not been sent
 * yet. Safe for use by many threads.
 */
public final class OriginGate implements Held, AutoCloseable {

  private record Waiting(TrackedRequest tracked, Promise<Void> pass) {}

  private final String what;
  private final List<TrackedRequest> arrivals = new CopyOnWriteArrayList<>();
  private final GateQueue<Waiting> queue = new GateQueue<>(held -> held.pass().complete());

  OriginGate(String what) {
    this.what = what;
  }

  /** Returns a future that is completed, by any thread, when {@code tracked} may continue. */
  Future<Void> pass(TrackedRequest tracked) {
    Waiting held = new Waiting(tracked, Promise.promise());
    boolean waits = queue.holds(held);
    arrivals.add(tracked); // after the queue: a test that sees the arrival may release it
    return waits ? held.pass().future() : Future.succeededFuture();
  }

  /** Waits until {@code n} requests have arrived, including those that were released. */
  public void awaitArrivals(int n) {
    Await.until(
        n + (n == 1 ? " request" : " requests") + " at the origin (" + what + ")",
        () -> arrivals.size() >= n,
        () -> arrivals.size() + "\n" + arrivals());
  }

  /**
   * Waits until {@code n} requests are held at the same time. Fails if the program becomes quiet
   * first.
   */
  public void awaitTogether(int n) {
    if (!Eventually.holds(() -> arrivals.size() >= n)) {
      throw OriginDiagnosis.tooFewTogether(n, arrivals());
    }
  }

  /** Waits until {@code n} requests have arrived and the program is quiet. Fails if more arrive. */
  public void awaitNoMoreThan(int n) {
    awaitArrivals(n);
    if (!Quiescence.reachedWithout(() -> arrivals.size() > n)) {
      throw OriginDiagnosis.tooManyInFlight(arrivals.size(), n, arrivals());
    }
  }

  /** Returns the requests that have arrived. */
  public Exchanges arrivals() {
    return new Exchanges(arrivals.stream().map(TrackedRequest::exchange).toList());
  }

  @Override
  public int waiting() {
    forgetCanceledRequests();
    return queue.waiting().size();
  }

  private void forgetCanceledRequests() {
    queue.leave(each -> !each.tracked().isInFlight());
  }

  /**
   * Releases {@code n} requests: those that wait, in the order of arrival, and then the next to
   * arrive.
   */
  public void let(int n) {
    forgetCanceledRequests();
    queue.let(n);
  }

  /** Releases all requests, including later ones. */
  public void open() {
    queue.open();
  }

  @Override
  public void close() {
    open();
  }

  /** Returns false, because no thread waits here. */
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
