package workshop.testkit.thread;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import workshop.disk.Held;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.diagnosis.LearnerFrames;

/**
 * The pool that a suite hands to an exercise. It knows its threads, and so it can tell when nothing
 * more will happen: each of its tasks has ended, or waits. Closing it never hangs, whatever the
 * exercise has left in it.
 *
 * <p>All waits are for the test's thread, and end at the {@link Deadline} at the latest.
 */
public final class TrackedExecutor extends ThreadPoolExecutor {

  private static final String WAITS =
      "a thread of the executor waits inside your code for something that needs a thread of the same"
          + " executor; with enough tasks under way, each waits for the next";

  /** How often in a row all must stand still; a thread on its way to a lock looks still, too. */
  private static final int LOOKS = 3;

  private final Thread employer = Thread.currentThread();
  private final String name;
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final Set<Thread> busy = ConcurrentHashMap.newKeySet();
  private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();

  private TrackedExecutor(String name, int threads) {
    super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    this.name = requireNonNull(name, "name");
    // In place of the JDK's, which tells of the pool's inside and of a task that is not a
    // learner's.
    setRejectedExecutionHandler((_, _) -> {
      throw new RejectedExecutionException("the executor has been shut down, and takes no more");
    });
    // What nobody catches is told where a future is missed, and is no noise in the log of a test.
    setThreadFactory(
        Thread.ofPlatform()
            .name(name + "-", 1)
            .daemon()
            .uncaughtExceptionHandler((_, thrown) -> uncaught.add(thrown))
            .factory());
  }

  /** Returns a pool with {@code threads} threads, {@code assistant-1} and so on. */
  public static TrackedExecutor withThreads(int threads) {
    return new TrackedExecutor("assistant", threads);
  }

  /** Returns a pool whose threads go by another name, for a suite that needs two kinds. */
  public static TrackedExecutor withThreads(String name, int threads) {
    return new TrackedExecutor(name, threads);
  }

  /** Returns whether a thread of that name is one of these. */
  public boolean has(String thread) {
    return thread.startsWith(name + "-");
  }

  /**
   * Returns an executor that comes back from {@code execute} when the task has ended, on one of
   * these threads. Whatever is chained to it then comes too late, and not only when one is unlucky.
   */
  public Executor finishingFirst() {
    return task -> {
      CountDownLatch done = new CountDownLatch(1);
      execute(() -> {
        try {
          task.run();
        } finally {
          done.countDown();
        }
      });
      Await.latch("a task of the executor", done);
    };
  }

  @Override
  public void execute(Runnable task) {
    accepted.incrementAndGet();
    try {
      super.execute(task);
    } catch (RejectedExecutionException e) {
      ended.incrementAndGet();
      throw e;
    }
  }

  @Override
  protected void beforeExecute(Thread thread, Runnable task) {
    busy.add(thread);
  }

  @Override
  protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
    busy.remove(Thread.currentThread());
    ended.incrementAndGet();
  }

  /** Returns whether every task has ended. */
  public boolean isIdle() {
    return accepted.get() == ended.get();
  }

  /** Waits until every task has ended or waits: at one of {@code gates}, or for anything else. */
  public void settle(Held... gates) {
    AtomicInteger looks = new AtomicInteger();
    Await.until(
        "a moment at which every " + name + " waits or has nothing to do",
        () -> (isStill(gates) ? looks.incrementAndGet() : looks.getAndSet(0)) >= LOOKS,
        this::whereTheyStand);
  }

  private boolean isStill(Held... gates) {
    int acceptedBefore = accepted.get();
    int endedBefore = ended.get();
    int queued = getQueue().size();
    Set<Thread> working = Set.copyOf(busy);
    boolean underway = acceptedBefore - endedBefore != working.size() + queued;
    boolean starting = queued > 0 && working.size() < getMaximumPoolSize();
    return !underway
        && !starting
        && working.stream().allMatch(thread -> waits(thread, gates))
        && acceptedBefore == accepted.get()
        && endedBefore == ended.get();
  }

  /** One that was let on is still parked until it has had its turn: it does not count. */
  private static boolean waits(Thread thread, Held... gates) {
    ThreadSnapshot where = ThreadSnapshot.of(thread);
    if (!where.isParked()) {
      return false;
    }
    for (Held gate : gates) {
      if (gate.isHeldBy(thread)) {
        return true;
      }
    }
    return where.stack().stream().noneMatch(StackFrames::isGate);
  }

  /**
   * Waits until {@code n} operations stand at {@code held}. A future that fails meanwhile is shown,
   * and nobody waits for operations that cannot come anymore.
   *
   * @param others gates at which somebody may stand meanwhile
   */
  public void awaitAt(Held held, int n, String what, CompletableFuture<?> future, Held... others) {
    Held[] gates = Arrays.copyOf(others, others.length + 1);
    gates[others.length] = held;
    Quiescence quiescence = new Quiescence();
    boolean arrived =
        Eventually.holds(
            () -> held.waiting() >= n || future.isCompletedExceptionally(),
            () -> quiescence.isReached(isStill(gates)));
    if (held.waiting() < n && future.isCompletedExceptionally()) {
      Await.result("the future of " + what, future); // throws
    }
    if (!arrived) {
      boolean oneWaits = held.waiting() == 0 && !busy.isEmpty();
      throw Diagnosis.observed(
              "only %d of %d operations of %s came to the disk, and no other is on its way"
                  .formatted(held.waiting(), n, what))
          .means(oneWaits ? WAITS : "either this ran one after another, or a step is never begun")
          .nextStep("follow your code to the disk: where does it stop, and what does it wait for?")
          .evidence("Where the threads stand", whereTheyStand());
    }
  }

  /**
   * Returns what {@code future} is completed with, or throws what it failed with. Gives up as soon
   * as it is certain that nobody will complete it.
   *
   * @param gates where somebody may stand meanwhile
   */
  public <T extends @Nullable Object> T resultOf(
      String what, CompletableFuture<T> future, Held... gates) {
    awaitDone(what, future, gates);
    return Await.result("the future of " + what, future);
  }

  /** Returns what {@code future} fails with; a success is a failed expectation. */
  public Throwable failureOf(String what, CompletableFuture<?> future, Held... gates) {
    awaitDone(what, future, gates);
    if (future.state() == Future.State.SUCCESS && future.resultNow() instanceof byte[] bytes) {
      return Await.failure(
          "the future of " + what, CompletableFuture.completedFuture(bytes.length + " bytes"));
    }
    return Await.failure("the future of " + what, future);
  }

  /** Returns the failure of a call that may report it either way: by throwing, or by its future. */
  public <T> Throwable refusalOf(String what, Call<CompletableFuture<T>> call) {
    CompletableFuture<T> future;
    try {
      future = call.returnsAtOnce();
    } catch (RejectedExecutionException thrown) {
      return thrown;
    }
    return failureOf(what, future);
  }

  private void awaitDone(String what, CompletableFuture<?> future, Held... gates) {
    Quiescence quiescence = new Quiescence();
    if (!Eventually.holds(future::isDone, () -> quiescence.isReached(isStill(gates)))) {
      throw isStill(gates)
          ? nobodyCompletes(what)
          : Await.notComplete(what, Deadline.fromNow(), future);
    }
  }

  private Diagnosis nobodyCompletes(String what) {
    boolean oneWaits = !busy.isEmpty();
    Diagnosis failure =
        Diagnosis.observed(
                "the future of %s is not complete, and no thread is left that could complete it: %s"
                    .formatted(
                        what,
                        oneWaits ? "the thread that works on it waits" : "no thread works on it"))
            .means(
                oneWaits
                    ? WAITS
                    : "there is a way out of your code on which the future is forgotten; a caller that"
                        + " waits for it waits forever")
            .nextStep(
                oneWaits
                    ? "do not wait inside a stage: let thenCompose chain what comes next"
                    : "follow every way out: a failed operation, an executor that refuses, an"
                        + " exception in a handler; each has to complete the future")
            .evidence("Where the threads stand", whereTheyStand());
    return uncaught.isEmpty()
        ? failure
        : failure.evidence(
            "Thrown on a thread of the executor, and not caught",
            uncaught.stream().map(TrackedExecutor::told).collect(joining("\n")));
  }

  private static String told(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> LearnerFrames.isLearners(frame) && !StackFrames.isReference(frame))
        .map(frame -> "\n      at " + StackFrames.place(frame))
        .collect(joining("", "  " + thrown, ""));
  }

  /** Returns where those stand that have something to do, and how much waits in the queue. */
  public String whereTheyStand() {
    String threads =
        busy.stream().map(thread -> ThreadSnapshot.of(thread).trace()).collect(joining("\n"));
    return (threads.isEmpty() ? "  no " + name + " has anything to do" : threads)
        + (getQueue().isEmpty() ? "" : "\n  in the queue of the executor: " + getQueue().size());
  }

  /**
   * Stops, and waits until the threads have ended; gives up on those that wait in vain. Whom they
   * wait for may be a task in the queue: that is taken back, or done now, and sets them free.
   *
   * <p>Called by anybody else than the test, it is as patient as any other pool.
   */
  @Override
  public void close() {
    if (Thread.currentThread() != employer) {
      super.close();
      return;
    }
    shutdown();
    Quiescence quiescence = new Quiescence();
    boolean _ = Eventually.holds(this::isTerminated, () -> quiescence.isReached(isStill()));
    for (Runnable task : shutdownNow()) {
      if (task instanceof Future<?> future) {
        future.cancel(true);
      } else {
        try {
          task.run();
        } catch (RuntimeException e) {
          uncaught.add(e);
        }
      }
    }
  }
}
