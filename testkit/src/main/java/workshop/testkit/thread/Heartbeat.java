package workshop.testkit.thread;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import workshop.disk.Held;
import workshop.testkit.diagnosis.Diagnosis;

/**
 * Ticks on an event loop while that loop is free. Each tick is a task that is submitted about a
 * millisecond after the last one has run. While the loop is blocked, no tick runs.
 *
 * <p>The loop may be any executor that runs one task at a time, such as {@code task ->
 * context.runOnContext(v -> task.run())}. The heartbeat submits its ticks from its own thread. At
 * most one tick waits in the queue of the loop.
 */
public final class Heartbeat implements AutoCloseable {

  /** Ticks that prove a free loop. One more may have been on its way. */
  private static final int ENOUGH = 5;

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** A tick that has run, at a time of {@link System#nanoTime}. */
  public record Tick(long threadId, String threadName, long nanos) {}

  private static final Recent<Tick> TICKS = new Recent<>();

  private static final Set<Heartbeat> OPEN = ConcurrentHashMap.newKeySet();

  private final Executor loop;
  private final Thread timer;
  private final Semaphore ran = new Semaphore(0);
  private final AtomicLong ticks = new AtomicLong();
  private volatile @Nullable Thread loopThread;
  private volatile @Nullable Tick last;
  private volatile @Nullable RuntimeException refusal;
  private volatile boolean closed;

  private Heartbeat(Executor loop) {
    this.loop = requireNonNull(loop, "loop");
    this.timer = Thread.ofPlatform().name("heartbeat").daemon().unstarted(this::beat);
  }

  /**
   * Returns a heartbeat that has ticked once on {@code loop}.
   *
   * @throws IllegalArgumentException if {@code loop} runs tasks on the thread that submits them
   */
  public static Heartbeat on(Executor loop) {
    Heartbeat heartbeat = new Heartbeat(loop);
    OPEN.add(heartbeat);
    heartbeat.timer.start();
    try {
      Await.until(
          "the first tick of the event loop",
          () -> heartbeat.ticks() > 0,
          () -> "no task has run on it; rejection: " + heartbeat.refusal);
      if (heartbeat.loopThread == heartbeat.timer) {
        throw new IllegalArgumentException(
            "this executor runs tasks on the thread that submits them, so it is not an event loop: "
                + loop);
      }
      return heartbeat;
    } catch (Throwable noHeartbeat) {
      try {
        heartbeat.close();
      } catch (Diagnosis notClosed) {
        noHeartbeat.addSuppressed(notClosed);
      }
      throw noHeartbeat;
    }
  }

  /**
   * Returns whether the last tick of an open heartbeat was on this thread and only a moment ago.
   */
  static boolean isTicking(long threadId) {
    long now = System.nanoTime();
    return OPEN.stream()
        .map(heartbeat -> heartbeat.last)
        .anyMatch(tick ->
            tick != null && tick.threadId == threadId && now - tick.nanos < 5 * PAUSE_NANOS);
  }

  /** Returns the ticks of all heartbeats in this JVM since {@code nanos}. */
  public static List<Tick> ticksSince(long nanos) {
    return TICKS.copy().stream().filter(tick -> tick.nanos - nanos >= 0).toList();
  }

  /** Returns how many ticks have run so far. */
  public long ticks() {
    return ticks.get();
  }

  /**
   * Waits until {@code held} holds an operation and the loop has run {@value #ENOUGH} more ticks.
   * Fails if the loop is blocked.
   *
   * @param who the loop as a learner knows it, such as {@code "the event loop"}
   */
  public void keepsTickingWhile(Held held, String who) {
    Deadline deadline = Deadline.fromNow();
    Quiescence quiescence = new Quiescence();
    long start = ticks();
    long atArrival = -1;
    long last = -1;
    while (true) {
      long now = ticks();
      boolean somethingIsHeld = held.waiting() > 0; // read after the ticks
      if (somethingIsHeld && atArrival >= 0 && now >= atArrival + ENOUGH) {
        return;
      }
      if (standsAt(held)
          || quiescence.isReached(now == last)
          || (deadline.hasPassed() && (somethingIsHeld || now <= start + 1))) {
        throw blocked(held, who);
      }
      if (deadline.hasPassed()) {
        throw nothingHeld(deadline, who);
      }
      if (!somethingIsHeld) {
        atArrival = -1;
      } else if (atArrival < 0) {
        atArrival = ticks(); // read after the arrival, so that later ticks ran while it was held
      }
      last = now;
      Await.rest(1, "a tick of " + who);
    }
  }

  /**
   * Waits until {@code held} holds an operation and the loop has stopped ticking, as a loop that is
   * blocked on purpose should. Fails if it continues to tick.
   */
  public void stopsWhile(Held held) {
    Deadline deadline = Deadline.fromNow();
    Await.until("an operation that the disk holds", () -> held.waiting() > 0);
    Quiescence quiescence = new Quiescence();
    long atArrival = ticks();
    long last = -1;
    while (!standsAt(held)) {
      long now = ticks();
      if (now >= atArrival + ENOUGH || (now > atArrival && deadline.hasPassed())) {
        throw wentOn(held, now - atArrival);
      }
      if (quiescence.isReached(now == last) || deadline.hasPassed()) {
        return;
      }
      last = now;
      Await.rest(1, "the end of the ticks");
    }
  }

  /** Ends the ticks. Returns when the thread of this heartbeat has ended. */
  @Override
  public void close() {
    closed = true;
    OPEN.remove(this);
    timer.interrupt();
    Await.end("the end of the heartbeat", timer);
  }

  private void beat() {
    try {
      while (!closed) {
        loop.execute(this::tick);
        ran.acquire();
        TimeUnit.NANOSECONDS.sleep(PAUSE_NANOS);
      }
    } catch (InterruptedException closing) {
      // Only close() interrupts.
    } catch (RuntimeException e) {
      refusal = e; // the loop takes no tasks
    }
  }

  private void tick() {
    Thread thread = Thread.currentThread();
    loopThread = thread;
    Tick tick = new Tick(thread.threadId(), thread.getName(), System.nanoTime());
    last = tick;
    TICKS.add(tick);
    ticks.incrementAndGet();
    ran.release();
  }

  private boolean standsAt(Held held) {
    return held.isHeldBy(requireNonNull(loopThread));
  }

  private Diagnosis blocked(Held held, String who) {
    ThreadSnapshot loopAt = ThreadSnapshot.of(requireNonNull(loopThread));
    RuntimeException refused = refusal;
    if (refused != null) {
      return Diagnosis.observed(who + " takes no more tasks: " + refused)
          .means("the loop was closed while the test still needed it")
          .nextStep("leave the loop open: the code that opened it closes it")
          .because(refused);
    }
    return Diagnosis.observed(
            "no task ran %s: you blocked %s.\nIts %s"
                .formatted(
                    held.waiting() > 0
                        ? "while the disk held " + held.describe()
                        : "and no operation reached the disk",
                    who,
                    loopAt.introduced()))
        .means(
            "all work on "
                + who
                + " has to wait as well: timers, requests, and often the very result that the"
                + " thread waits for")
        .nextStep(
            "do the file operation on another thread, and continue in a callback when the result is"
                + " there")
        .evidence("Where its thread is", loopAt.trace());
  }

  private static Diagnosis nothingHeld(Deadline deadline, String who) {
    return Diagnosis.observed(
            "the test waited %s for a file operation and gave up; %s was free all the time"
                .formatted(deadline, who))
        .means("no thread started the operation that the test holds")
        .nextStep("start the operation. See below where your threads are")
        .evidence(Await.WHERE_THREADS_ARE, ThreadSnapshot.inLearnersCode());
  }

  private static Diagnosis wentOn(Held held, long ticks) {
    return Diagnosis.observed(
            "the loop ran " + ticks + " more tasks while the disk held " + held.describe())
        .means("the loop is free, because the file operation runs on another thread")
        .nextStep(
            "this exercise blocks the loop on purpose: do the file operation on the loop's own"
                + " thread");
  }
}
