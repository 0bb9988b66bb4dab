package workshop.testkit.thread;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import workshop.disk.Held;
import workshop.testkit.diagnosis.Diagnosis;

/**
 * Ticks on an event loop for as long as that loop is free to run them: each tick is a task of its
 * own, handed over about a millisecond after the one before has run. A loop that is blocked ticks
 * no more.
 *
 * <p>The loop may be any executor that runs one task at a time, such as {@code task ->
 * context.runOnContext(v -> task.run())}. Ticks are handed over by a thread of this heartbeat's
 * own, which ends when it is closed; so the loop is never kept busy, and at most one tick waits in
 * its queue.
 */
public final class Heartbeat implements AutoCloseable {

  /** Two could be luck: one tick may have been under way. */
  private static final int ENOUGH = 5;

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** A tick that has run, at a time of {@link System#nanoTime}. */
  public record Tick(long threadId, String threadName, long nanos) {}

  private static final Recent<Tick> TICKS = new Recent<>();

  private final Executor loop;
  private final Thread timer;
  private final Semaphore ran = new Semaphore(0);
  private final AtomicLong ticks = new AtomicLong();
  private volatile @Nullable Thread loopThread;
  private volatile @Nullable RuntimeException refusal;
  private volatile boolean closed;

  private Heartbeat(Executor loop) {
    this.loop = requireNonNull(loop, "loop");
    this.timer = Thread.ofPlatform().name("heartbeat").daemon().unstarted(this::beat);
  }

  /**
   * Returns a heartbeat that has ticked once on {@code loop}.
   *
   * @throws IllegalArgumentException if {@code loop} runs tasks on the thread that hands them over
   */
  public static Heartbeat on(Executor loop) {
    Heartbeat heartbeat = new Heartbeat(loop);
    heartbeat.timer.start();
    try {
      Await.until(
          "the first tick of the event loop",
          () -> heartbeat.ticks() > 0,
          () -> "no task has run on it; refusal: " + heartbeat.refusal);
      if (heartbeat.loopThread == heartbeat.timer) {
        throw new IllegalArgumentException(
            "this executor runs tasks on the thread that hands them over, so there is no loop to"
                + " watch: "
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

  /** Returns the ticks of all heartbeats of this JVM that ran at {@code nanos} or later. */
  public static List<Tick> ticksSince(long nanos) {
    return TICKS.copy().stream().filter(tick -> tick.nanos - nanos >= 0).toList();
  }

  /** Returns how many ticks have run so far. */
  public long ticks() {
    return ticks.get();
  }

  /**
   * Waits until {@code held} keeps an operation waiting and the loop has run {@value #ENOUGH} more
   * ticks since then; fails if the loop is blocked.
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
      boolean somethingIsHeld = held.waiting() > 0; // read after the ticks: it was held by then
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
        atArrival = ticks(); // read after the arrival: what comes on top ran while it was held
      }
      last = now;
      Await.rest(1, "a tick of " + who);
    }
  }

  /**
   * Waits until {@code held} keeps an operation waiting and the loop runs no more ticks: what a
   * loop does that is blocked on purpose. Fails if it goes on.
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

  /** Ends the ticks. Returns when the thread that handed them over has ended. */
  @Override
  public void close() {
    closed = true;
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
      // The only one who interrupts is close().
    } catch (RuntimeException e) {
      refusal = e; // the loop takes no tasks; told when somebody misses the ticks
    }
  }

  private void tick() {
    Thread thread = Thread.currentThread();
    loopThread = thread;
    TICKS.add(new Tick(thread.threadId(), thread.getName(), System.nanoTime()));
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
          .means("it was closed while the test still needed it")
          .nextStep("leave closing it to the code that opened it")
          .because(refused);
    }
    return Diagnosis.observed(
            "no more tasks run while the disk holds %s: you blocked %s.\nIts %s"
                .formatted(
                    held.waiting() > 0 ? held.describe() : "nothing yet", who, loopAt.introduced()))
        .means(
            "everybody whose work runs on "
                + who
                + " waits with it: timers, requests, and often the very result that is waited for")
        .nextStep(
            "never wait on it: let the file operation run elsewhere, and continue in a callback when the result is there")
        .evidence("Where its thread stands", loopAt.trace());
  }

  private static Diagnosis nothingHeld(Deadline deadline, String who) {
    return Diagnosis.observed(
            "waited "
                + deadline
                + " for a file operation, in vain; meanwhile "
                + who
                + " went on ticking")
        .means("the disk was never asked for what the test holds up")
        .nextStep("see below where your threads stand: the operation was never started")
        .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode());
  }

  private static Diagnosis wentOn(Held held, long ticks) {
    return Diagnosis.observed(
            "the loop ran " + ticks + " more tasks while the disk held " + held.describe())
        .means("it is free: the file operation runs on another thread")
        .nextStep("this step is about blocking it: do the file operation on the loop's own thread");
  }
}
