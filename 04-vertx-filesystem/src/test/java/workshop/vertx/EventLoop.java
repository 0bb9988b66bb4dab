package workshop.vertx;

import static org.awaitility.Awaitility.await;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.threadchecker.BlockedThreadEvent;
import java.lang.Thread.State;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.OpenHandle;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Heartbeat;
import workshop.testkit.thread.Quiescence;
import workshop.testkit.thread.ThreadSnapshot;

/**
 * A Vert.x instance for one test. It has a single event loop, so a call that blocks the loop blocks
 * everything. It also has a heartbeat on that loop, and a blocked thread checker that reports after
 * 50 ms.
 */
final class EventLoop implements AutoCloseable {

  /** How many looks in a row, 10 ms apart, must find the loop waiting at the same line. */
  private static final int LOOKS = 50;

  /** The build takes fewer looks, because it judges many answers that block the loop. */
  private static final int LOOKS_IN_THE_BUILD = 20;

  private final Supplier<Optional<Recording>> recording;
  private final Vertx vertx;
  private final Context context;
  private final Thread thread;
  private final Heartbeat heartbeat;
  private final Queue<Throwable> unhandled = new ConcurrentLinkedQueue<>();
  private final long timersOfOthers = PendingTimers.ofNoContext();
  private volatile ThreadSnapshot suspect;
  private final int looksNeeded =
      System.getProperty("workshop.stillness") == null ? LOOKS : LOOKS_IN_THE_BUILD;
  private volatile int looks;

  private EventLoop(Supplier<Optional<Recording>> recording, VertxOptions options) {
    this.recording = recording;
    vertx = Vertx.vertx(options);
    vertx.exceptionHandler(unhandled::add);
    ((VertxInternal) vertx).blockedThreadChecker().setThreadBlockedHandler(this::look);
    CompletableFuture<Thread> running = new CompletableFuture<>();
    // Outside Vert.x, each call to getOrCreateContext() creates another context, and tasks are
    // ordered only within one context. So all calls share this one.
    context = vertx.getOrCreateContext();
    context.runOnContext(nothing -> running.complete(Thread.currentThread()));
    thread = Await.result("the thread of the event loop", running);
    heartbeat = Heartbeat.on(tick -> context.runOnContext(nothing -> tick.run()));
  }

  /** Opens an event loop for a test that checks only results. */
  static EventLoop open() {
    return new EventLoop(Optional::empty, options(VertxOptions.DEFAULT_WORKER_POOL_SIZE));
  }

  static EventLoop open(Disk disk) {
    return open(disk, VertxOptions.DEFAULT_WORKER_POOL_SIZE);
  }

  /** Opens an event loop with {@code workers} workers. Each held operation may occupy one. */
  static EventLoop open(Disk disk, int workers) {
    return new EventLoop(() -> Optional.of(disk.recording()), options(workers));
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
  Thread thread() {
    return thread;
  }

  Heartbeat heartbeat() {
    return heartbeat;
  }

  /**
   * Calls a learner's method on the event loop, as a handler would. All calls run on the same
   * context.
   *
   * @param name of the call, as a learner knows it: {@code write()}
   */
  <T> LoopCall<T> call(String name, Callable<Future<T>> body) {
    LoopCall<T> call = new LoopCall<>(this, name);
    context.runOnContext(nothing -> call.run(body));
    return call;
  }

  /** Returns the first error that a handler threw, or null. */
  Throwable unhandled() {
    return unhandled.peek();
  }

  /**
   * Fails if the event loop no longer runs tasks, even if it is blocked in native code.
   *
   * @param nextStep for the learner in that case
   */
  void keepsTicking(String nextStep) {
    long ticks = heartbeat.ticks();
    long seen = ticks;
    for (int still = 0; heartbeat.ticks() < ticks + 5; still++) {
      if (heartbeat.ticks() != seen) {
        seen = heartbeat.ticks();
        still = 0;
      }
      if (still > 150) {
        throw EventLoopDiagnosis.blocked(ThreadSnapshot.of(thread), nextStep);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  /** Fails if a file is open. */
  void assertNothingIsOpen() {
    List<OpenHandle> open = recording.get().map(Recording::openHandles).orElse(List.of());
    if (!open.isEmpty()) {
      throw EventLoopDiagnosis.leftOpen(open, recording.get());
    }
  }

  /** Fails if the event loop's own thread did a disk operation. */
  void assertAskedNothing() {
    recording.get().stream()
        .flatMap(recorded -> recorded.events().stream())
        .filter(event -> event.thread().is(thread))
        .findFirst()
        .ifPresent(event -> {
          throw EventLoopDiagnosis.askedTheDisk(event, recording.get());
        });
  }

  /** Fails if a handler threw an exception: no caller can catch it. */
  void assertNoHandlerThrew() {
    awaitTurn();
    if (unhandled() != null) {
      throw EventLoopDiagnosis.handlerThrew(unhandled());
    }
  }

  /** Returns whether code on the event loop has set a timer that has not fired yet. */
  boolean hasTimer() {
    CompletableFuture<Long> timers = new CompletableFuture<>();
    context.runOnContext(nothing -> timers.complete(PendingTimers.of(nettyEventLoop())));
    awaitTurn();
    return timers.getNow(0L) > 0 || PendingTimers.ofNoContext() > timersOfOthers;
  }

  private Object nettyEventLoop() {
    return ((ContextInternal) context).nettyEventLoop();
  }

  /** Waits until the event loop has finished the work that was submitted before this call. */
  void awaitTurn() {
    if (!turnComes()) {
      throw blocked();
    }
  }

  /** Returns false if the loop is blocked and runs no tasks. */
  private boolean turnComes() {
    CountDownLatch turn = new CountDownLatch(1);
    context.runOnContext(nothing -> turn.countDown());
    while (!hasCome(turn)) {
      if (isBlocked()) {
        return false;
      }
    }
    return true;
  }

  /** Returns as soon as the loop runs the task. */
  private static boolean hasCome(CountDownLatch turn) {
    try {
      return turn.await(1, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the event loop", e);
    }
  }

  /** Waits until no thread can continue. */
  void awaitQuiet() {
    quietWithout(() -> false);
  }

  /**
   * Waits for a condition that a right answer meets. Returns whether it was met before no thread
   * could run anymore; a blocked loop is a failure of its own.
   */
  boolean eventually(BooleanSupplier condition) {
    Quiescence quiescence = new Quiescence();
    AtomicInteger seen = new AtomicInteger();
    try {
      await("what a right answer brings about")
          .failFast(() -> quiescence.isReached(seen.getAndSet(operations()) == operations()))
          .until(() -> condition.getAsBoolean() || isBlocked());
    } catch (ConditionTimeoutException | TerminalFailureException inVain) {
      return condition.getAsBoolean();
    }
    if (isBlocked() && !condition.getAsBoolean()) {
      throw blocked();
    }
    return true;
  }

  private int operations() {
    return recording.get().map(recorded -> recorded.events().size()).orElse(0);
  }

  /**
   * Waits for quiescence. Returns true if the condition, which only a wrong answer meets, did not
   * hold until then.
   */
  boolean quietWithout(BooleanSupplier condition) {
    boolean without = Quiescence.reachedWithout(() -> condition.getAsBoolean() || isBlocked());
    if (isBlocked()) {
      throw blocked();
    }
    return without;
  }

  /** Called by Vert.x on the checker's thread while one task blocks the loop. */
  private void look(BlockedThreadEvent event) {
    if (event.thread() != thread) {
      return;
    }
    ThreadSnapshot now = ThreadSnapshot.of(thread);
    ThreadSnapshot last = suspect;
    boolean waits = now.isParked() && now.state() != State.BLOCKED && now.line().isPresent();
    looks = waits && last != null && now.line().equals(last.line()) ? looks + 1 : 0;
    suspect = waits ? now : null;
  }

  /** Returns whether the loop is waiting in the learner's code, which it never should. */
  boolean isBlocked() {
    ThreadSnapshot last = suspect;
    return looks >= looksNeeded
        && last != null
        && ThreadSnapshot.of(thread).line().equals(last.line());
  }

  /** The failure of a test whose event loop {@link #isBlocked()}. */
  Diagnosis blocked() {
    ThreadSnapshot at = suspect;
    return EventLoopDiagnosis.blocked(
        at == null ? ThreadSnapshot.of(thread) : at,
        "Never wait on the event loop: continue in compose(), map() or onComplete().");
  }

  /**
   * Lets unfinished work end, closes Vert.x, and waits for the close. If the loop is blocked, it
   * does not wait, because the close would never end. Fails if a file is still open.
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

  /** A worker that hands its result to a loop that has ended prints a stack trace. */
  private void letWorkEnd() {
    Eventually.holds(() -> nothingIsInFlight() && isIdle() && isIdle() && isIdle());
  }

  private boolean isIdle() {
    boolean idle = !ThreadSnapshot.anyThreadIsBusy();
    if (idle && !isBlocked()) {
      turnComes();
    }
    return idle;
  }

  private boolean nothingIsInFlight() {
    return recording.get().stream()
        .flatMap(recorded -> recorded.events().stream())
        .allMatch(DiskEvent::hasEnded);
  }

  private void closeVertx() {
    Future<Void> closed = vertx.close();
    if (isBlocked()) {
      thread.interrupt();
    } else {
      Await.result("the shutdown of Vert.x", closed.toCompletionStage());
    }
  }
}
