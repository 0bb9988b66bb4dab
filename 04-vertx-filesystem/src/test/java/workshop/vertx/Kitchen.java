package workshop.vertx;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.threadchecker.BlockedThreadEvent;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import workshop.testkit.disk.Disk;
import workshop.testkit.suite.Teaching;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Heartbeat;
import workshop.testkit.thread.Whereabouts;

/**
 * A Vert.x for one test: a single event loop, so that who blocks it blocks everything, a heartbeat
 * on it, and a checker of blocked threads that is a great deal less patient than the usual one.
 */
final class Kitchen implements AutoCloseable {

  /** As many looks in a row must find the loop waiting at the same line: 10 ms apart, or more. */
  private static final int LOOKS = 50;

  private final Vertx vertx;
  private final Thread loop;
  private final Heartbeat heartbeat;
  private volatile Whereabouts suspect;
  private volatile int looks;

  private Kitchen(VertxOptions options) {
    vertx = Vertx.vertx(options);
    ((VertxInternal) vertx).blockedThreadChecker().setThreadBlockedHandler(this::look);
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    var context = vertx.getOrCreateContext();
    context.runOnContext(nothing -> thread.complete(Thread.currentThread()));
    loop = Await.result("the thread of the event loop", thread);
    heartbeat = Heartbeat.on(tick -> context.runOnContext(nothing -> tick.run()));
  }

  static Kitchen open() {
    return open(VertxOptions.DEFAULT_WORKER_POOL_SIZE);
  }

  /** Opens a kitchen with so many worker threads, each of which a held operation may occupy. */
  static Kitchen open(int workers) {
    return new Kitchen(
        new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(workers)
            .setBlockedThreadCheckInterval(10)
            .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
            .setMaxEventLoopExecuteTime(50)
            .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS));
  }

  Vertx vertx() {
    return vertx;
  }

  /** Returns the only thread of the event loop. */
  Thread loop() {
    return loop;
  }

  Heartbeat heartbeat() {
    return heartbeat;
  }

  /**
   * Calls a learner's method on the event loop, as a handler would.
   *
   * @param what the call as a learner knows it
   */
  <T> Promised<T> order(String what, Callable<Future<T>> body) {
    Promised<T> order = new Promised<>(this, what);
    vertx.getOrCreateContext().runOnContext(nothing -> order.place(body));
    return order;
  }

  /** Returns when what the event loop had to do before this call is done. */
  void letTheLoopCatchUp() {
    CountDownLatch done = new CountDownLatch(1);
    vertx.runOnContext(nothing -> done.countDown());
    Await.until("a turn of the event loop", () -> done.getCount() == 0 || isBlocked());
    if (isBlocked()) {
      throw blocked();
    }
  }

  /**
   * Returns when nothing moves any more: the workers are idle or held, the loop has nothing left to
   * do, and the disk is not asked for anything new. What has not happened by then will not, unless
   * something from outside comes along.
   */
  void settle(Disk disk) {
    Await.until("a moment when nothing moves", () -> isSettled(disk), Kitchen::workers);
  }

  private boolean isSettled(Disk disk) {
    int before = disk.recording().events().size();
    for (int round = 0; round < 5; round++) {
      letTheLoopCatchUp();
      if (!workersWait() || disk.recording().events().size() != before) {
        return false;
      }
    }
    return true;
  }

  private static boolean workersWait() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> isWorker(thread.getName()))
        .allMatch(thread -> Whereabouts.of(thread).isParked());
  }

  private static String workers() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(each -> isWorker(each.getKey().getName()))
        .map(Map.Entry::getKey)
        .map(thread -> Whereabouts.of(thread).toString())
        .toList()
        .toString();
  }

  private static boolean isWorker(String name) {
    return name.startsWith("vert.x-worker-thread-") || name.startsWith("vert.x-internal-blocking-");
  }

  /** Called by Vert.x on the checker's thread, for as long as one task keeps the loop. */
  private void look(BlockedThreadEvent event) {
    if (event.thread() != loop) {
      return;
    }
    Whereabouts now = Whereabouts.of(loop);
    Whereabouts last = suspect;
    boolean waits = now.isParked() && now.state() != Thread.State.BLOCKED && now.line().isPresent();
    looks = waits && last != null && now.line().equals(last.line()) ? looks + 1 : 0;
    suspect = waits ? now : null;
  }

  /** Tells whether the loop is waiting in the learner's code: it never is when all is well. */
  boolean isBlocked() {
    Whereabouts last = suspect;
    return looks >= LOOKS && last != null && Whereabouts.of(loop).line().equals(last.line());
  }

  /** The failure of a test whose event loop {@link #isBlocked()}. */
  Teaching blocked() {
    Whereabouts at = suspect == null ? Whereabouts.of(loop) : suspect;
    return Teaching.saw("You blocked the event loop: the thread " + at)
        .means(
            "It waits for something, and nothing else in this kitchen goes on; if it waits for a"
                + " result of Vert.x, forever, because results are delivered on this very thread.")
        .todo("Never wait on the event loop: go on in compose(), map() or onComplete().")
        .evidence("Where its thread stands", at.trace());
  }

  /** Closes Vert.x and waits for that, unless its loop is blocked: then there is no end to it. */
  @Override
  public void close() {
    heartbeat.close();
    var closed = vertx.close();
    if (isBlocked()) {
      loop.interrupt();
      return;
    }
    Await.result("the closing of Vert.x", closed.toCompletionStage());
  }
}
