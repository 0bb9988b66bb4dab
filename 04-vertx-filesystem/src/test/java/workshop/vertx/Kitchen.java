package workshop.vertx;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.threadchecker.BlockedThreadEvent;
import java.lang.Thread.State;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.OpenHandle;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Heartbeat;
import workshop.testkit.thread.ThreadSnapshot;

/**
 * A Vert.x for one test: a single event loop, so that who blocks it blocks everything, a heartbeat
 * on it, and a checker of blocked threads that is a great deal less patient than the usual one.
 */
final class Kitchen implements AutoCloseable {

  /** As many looks in a row must find the loop waiting at the same line: 10 ms apart, or more. */
  private static final int LOOKS = 50;

  /** Fewer where that is expected: the build judges many answers that block the loop. */
  private static final int LOOKS_WHEN_EXPECTED = 20;

  /** On a machine so busy that others hardly run, these looks get rarer too: each takes a turn. */
  private static final int STILL_LOOKS = 20;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Supplier<Optional<Recording>> recording;
  private final Vertx vertx;
  private final Context context;
  private final Thread loop;
  private final Heartbeat heartbeat;
  private final Queue<Throwable> unhandled = new ConcurrentLinkedQueue<>();
  private volatile ThreadSnapshot suspect;
  private final int looksNeeded =
      System.getProperty("workshop.stillness") == null ? LOOKS : LOOKS_WHEN_EXPECTED;
  private volatile int looks;

  private Kitchen(Supplier<Optional<Recording>> recording, VertxOptions options) {
    this.recording = recording;
    vertx = Vertx.vertx(options);
    vertx.exceptionHandler(unhandled::add);
    ((VertxInternal) vertx).blockedThreadChecker().setThreadBlockedHandler(this::look);
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    // From outside, each call of getOrCreateContext() makes another one, and the order of one
    // context says nothing about another.
    context = vertx.getOrCreateContext();
    context.runOnContext(nothing -> thread.complete(Thread.currentThread()));
    loop = Await.result("the thread of the event loop", thread);
    heartbeat = Heartbeat.on(tick -> context.runOnContext(nothing -> tick.run()));
  }

  /** Opens a kitchen for a test that only wants to see how its order ends. */
  static Kitchen open() {
    return new Kitchen(Optional::empty, options(VertxOptions.DEFAULT_WORKER_POOL_SIZE));
  }

  static Kitchen open(Disk disk) {
    return open(disk, VertxOptions.DEFAULT_WORKER_POOL_SIZE);
  }

  /** Opens a kitchen with so many worker threads, each of which a held operation may occupy. */
  static Kitchen open(Disk disk, int workers) {
    return new Kitchen(() -> Optional.of(disk.recording()), options(workers));
  }

  private static VertxOptions options(int workers) {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(workers)
        .setBlockedThreadCheckInterval(10)
        .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
        .setMaxEventLoopExecuteTime(50)
        .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS);
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
   * Calls a learner's method on the event loop, as a handler would; always on the same context.
   *
   * @param what the call as a learner knows it
   */
  <T> Promised<T> order(String what, Callable<Future<T>> body) {
    Promised<T> order = new Promised<>(this, what);
    context.runOnContext(nothing -> order.place(body));
    return order;
  }

  /** Returns what a handler threw, the first if several did; null if none. */
  Throwable unhandled() {
    return unhandled.peek();
  }

  /**
   * Fails if the event loop runs nothing more, whatever it stands in: also in native code.
   *
   * @param todo what a learner is to do then
   */
  void goesOnTicking(String todo) {
    long ticks = heartbeat.ticks();
    long seen = ticks;
    for (int still = 0; heartbeat.ticks() < ticks + 5; still++) {
      if (heartbeat.ticks() != seen) {
        seen = heartbeat.ticks();
        still = 0;
      }
      if (still > 150) {
        throw blockedAt(ThreadSnapshot.of(loop), todo);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  /** Fails if a file is open. */
  void assertNothingIsOpen() {
    List<OpenHandle> open = recording.get().map(Recording::openHandles).orElse(List.of());
    if (!open.isEmpty()) {
      List<String> names =
          open.stream().map(handle -> handle.file().getFileName().toString()).distinct().toList();
      throw Diagnosis.observed("Left open: " + String.join(", ", names))
          .means(
              "A leak: the operating system lends a process only so many open files, and on"
                  + " Windows nobody can delete or move this one.")
          .nextStep(
              "Close it where you have it open, on good and on bad paths: compose() is skipped"
                  + " after a failure, eventually() is not. It needs a future that ends: if that is a"
                  + " promise of yours, does it end on every path? Streams tell of a failure in their"
                  + " exceptionHandler, and a guest who leaves is one of the response.")
          .evidence("On the disk", recording.get().map(Recording::toString).orElse(""));
    }
  }

  /** Fails if a handler threw: nobody has called it who could catch that. */
  void assertNoHandlerThrew() {
    letTheLoopCatchUp();
    Throwable thrown = unhandled();
    if (thrown != null) {
      throw Diagnosis.observed("One of your handlers threw " + thrown)
          .means(
              "The future does not tell of it, only the log does: a second error beside the first"
                  + " one, and it distracts from that.")
          .nextStep(
              "What is closed cannot be closed again: close in one place, eventually() runs on good"
                  + " and on bad paths.")
          .because(thrown);
    }
  }

  /** Returns when what the event loop had to do before this call is done. */
  void letTheLoopCatchUp() {
    CountDownLatch done = new CountDownLatch(1);
    context.runOnContext(nothing -> done.countDown());
    Await.until("a turn of the event loop", () -> hasCome(done) || isBlocked());
    if (isBlocked()) {
      throw blocked();
    }
  }

  /** Is woken at once, and needs no second look. */
  private static boolean hasCome(CountDownLatch turn) {
    try {
      return turn.await(1, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Returns when nothing moves any more: the workers are idle or held, the loop has nothing left to
   * do, and the disk is not asked for anything new, at many looks in a row. What has not happened
   * by then will not, unless something from outside comes along.
   */
  void settle() {
    Await.until("a moment when nothing moves", this::isSettledNow, Kitchen::workers);
  }

  /**
   * Waits for something that a right answer brings about. Returns false when nothing has moved for
   * a long time, and so it will not come.
   */
  boolean comesToPass(BooleanSupplier event) {
    for (int still = 0; still < 5; still++) {
      if (event.getAsBoolean()) {
        return true;
      }
      settle();
    }
    return event.getAsBoolean();
  }

  /**
   * Waits for something that only a wrong answer brings about. Returns true when nothing moves any
   * more, and it has not come; a right answer pays for that each time.
   */
  boolean comesWithout(BooleanSupplier event) {
    for (int still = 0; still < 2; still++) {
      if (event.getAsBoolean()) {
        return false;
      }
      settle();
    }
    return !event.getAsBoolean();
  }

  /** Takes one look at whether nothing moves. */
  boolean isSettledNow() {
    return isStill(STILL_LOOKS, 3);
  }

  private boolean isStill(int looks, long millisBetween) {
    int before = operations();
    for (int look = 0; look < looks; look++) {
      letTheLoopCatchUp();
      if (!workersWait() || operations() != before) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millisBetween));
    }
    return true;
  }

  private boolean nothingIsInFlight() {
    return recording.get().stream()
        .flatMap(recorded -> recorded.events().stream())
        .allMatch(DiskEvent::hasEnded);
  }

  private int operations() {
    return recording.get().map(recorded -> recorded.events().size()).orElse(0);
  }

  /** One that waits for a monitor goes on when its owner does, who is looked at as well. */
  private static boolean workersWait() {
    // Without their stacks, which a look does not need and which cost most of it.
    return Stream.of(THREADS.dumpAllThreads(false, false, 0))
        .filter(thread -> isWorker(thread.getThreadName()))
        .map(ThreadInfo::getThreadState)
        .noneMatch(state -> state == State.NEW || state == State.RUNNABLE);
  }

  private static String workers() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(each -> isWorker(each.getKey().getName()))
        .map(Map.Entry::getKey)
        .map(thread -> ThreadSnapshot.of(thread).toString())
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
    ThreadSnapshot now = ThreadSnapshot.of(loop);
    ThreadSnapshot last = suspect;
    boolean waits = now.isParked() && now.state() != State.BLOCKED && now.line().isPresent();
    looks = waits && last != null && now.line().equals(last.line()) ? looks + 1 : 0;
    suspect = waits ? now : null;
  }

  /** Tells whether the loop is waiting in the learner's code: it never is when all is well. */
  boolean isBlocked() {
    ThreadSnapshot last = suspect;
    return looks >= looksNeeded
        && last != null
        && ThreadSnapshot.of(loop).line().equals(last.line());
  }

  /** The failure of a test whose event loop {@link #isBlocked()}. */
  Diagnosis blocked() {
    ThreadSnapshot at = suspect;
    return blockedAt(
        at == null ? ThreadSnapshot.of(loop) : at,
        "Never wait on the event loop: go on in compose(), map() or onComplete().");
  }

  private static Diagnosis blockedAt(ThreadSnapshot at, String todo) {
    return Diagnosis.observed("You blocked the event loop: the thread " + at)
        .means(
            "It waits for something, and nothing else in this kitchen goes on; if it waits for a"
                + " result of Vert.x, forever, because results are delivered on this very thread.")
        .nextStep(todo)
        .evidence("Where its thread stands", at.trace());
  }

  /**
   * Lets what was begun come to its end, so that it does not complain of a closed kitchen; then
   * closes Vert.x and waits for that, unless its loop is blocked: then there is no end to it. Fails
   * if a file is open by then.
   */
  @Override
  public void close() {
    heartbeat.close();
    try {
      letWorkEnd();
    } finally {
      closeVertx();
    }
    assertNothingIsOpen();
  }

  private void letWorkEnd() {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    while (!(nothingIsInFlight() && workersAreDone()) && System.nanoTime() < patience) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  /** A worker that hands its result to a loop that has ended already prints a stack trace. */
  private boolean workersAreDone() {
    return isBlocked() ? workersWait() : isStill(3, 0) && !ThreadSnapshot.somebodyIsBusy();
  }

  private void closeVertx() {
    var closed = vertx.close();
    if (isBlocked()) {
      loop.interrupt();
    } else {
      Await.result("the closing of Vert.x", closed.toCompletionStage());
    }
  }
}
