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
 * The pool that a suite gives to an exercise. It knows when nothing more will happen because each
 * of its tasks has ended or is waiting. {@link #close()} never hangs.
 *
 * <p>All waits block the test's thread, and end at the {@link Deadline} at the latest.
 */
public final class TrackedExecutor extends ThreadPoolExecutor {

  private static final String WHERE_THREADS_ARE = "Where the executor's threads are";

  private static final String WAITS =
      "a thread of the executor waits in your code for work that needs a thread of the same"
          + " executor. With enough tasks, all threads wait, and none is left to do that work";

  private static final String WAITS_IN_VAIN =
      "a thread of the executor waits in your code, and no task is queued. The work that it waits"
          + " for was never started, or has ended without waking the thread";

  /**
   * How many looks in a row must agree: a thread that is about to get a lock seems to wait as well.
   */
  private static final int LOOKS = 3;

  private final Thread owner = Thread.currentThread();
  private final String name;
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final Set<Thread> busy = ConcurrentHashMap.newKeySet();
  private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();

  private TrackedExecutor(String name, int threads) {
    super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    this.name = requireNonNull(name, "name");
    // The JDK's message describes the internals of the pool.
    setRejectedExecutionHandler((_, _) -> {
      throw new RejectedExecutionException(
          "the executor has been shut down and takes no more tasks");
    });
    // Shown as evidence when a future does not complete, instead of printed.
    setThreadFactory(
        Thread.ofPlatform()
            .name(name + "-", 1)
            .daemon()
            .uncaughtExceptionHandler((_, thrown) -> uncaught.add(thrown))
            .factory());
  }

  /** Returns a pool with {@code threads} threads, {@code executor-1} and so on. */
  public static TrackedExecutor withThreads(int threads) {
    return new TrackedExecutor("executor", threads);
  }

  /** Returns a pool whose threads have a different name, for a suite that needs two pools. */
  public static TrackedExecutor withThreads(String name, int threads) {
    return new TrackedExecutor(name, threads);
  }

  /** Returns whether a thread of that name belongs to this pool. */
  public boolean has(String thread) {
    return thread.startsWith(name + "-");
  }

  /**
   * Returns an executor whose {@code execute} returns only after the task has ended on a thread of
   * this pool. A stage that is chained to the task is then always chained after its completion.
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

  /** Waits until every task has ended or waits, at one of {@code gates} or elsewhere. */
  public void settle(Held... gates) {
    AtomicInteger looks = new AtomicInteger();
    Await.until(
        "the threads of \"" + name + "\" to wait or to be idle",
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

  /** Does not count a thread that a gate has released but that is still parked. */
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
   * Waits until {@code held} holds {@code n} operations. Throws the exception of {@code future} if
   * that fails first.
   *
   * @param others gates that may hold other operations at the same time
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
              "only %d of %d operations of %s reached the disk, and no thread is about to start another"
                  .formatted(held.waiting(), n, what))
          .means(
              oneWaits
                  ? meaningOfAWait()
                  : "either the operations run one after another, or a step never starts")
          .nextStep(
              "follow your code on its way to the disk. Where does it stop, and what does it wait"
                  + " for?")
          .evidence(WHERE_THREADS_ARE, whereTheyStand());
    }
  }

  /**
   * Waits for {@code future}. Returns its result, or throws its exception. Gives up when no
   * remaining thread could complete it.
   *
   * @param gates gates that may hold operations at the same time
   */
  public <T extends @Nullable Object> T resultOf(
      String what, CompletableFuture<T> future, Held... gates) {
    awaitDone(what, future, gates);
    return Await.result("the future of " + what, future);
  }

  /** Waits for {@code future} to fail, and returns its exception. Throws if it succeeds. */
  public Throwable failureOf(String what, CompletableFuture<?> future, Held... gates) {
    awaitDone(what, future, gates);
    if (future.state() == Future.State.SUCCESS && future.resultNow() instanceof byte[] bytes) {
      return Await.failure(
          "the future of " + what, CompletableFuture.completedFuture(bytes.length + " bytes"));
    }
    return Await.failure("the future of " + what, future);
  }

  /** Returns the exception of a call, whether the call throws it or its future fails with it. */
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
          ? neverCompleted(what)
          : Await.notComplete(what, Deadline.fromNow(), future);
    }
  }

  private Diagnosis neverCompleted(String what) {
    boolean oneWaits = !busy.isEmpty();
    Diagnosis failure =
        Diagnosis.observed(
                "the future of %s is not complete, and no thread is left that could complete it%s"
                    .formatted(what, oneWaits ? ": the thread that works on it is waiting" : ""))
            .means(
                oneWaits
                    ? meaningOfAWait()
                    : "on some path, your code does not complete the future. A caller that waits"
                        + " for the future waits forever")
            .nextStep(
                oneWaits
                    ? stepAfterAWait()
                    : "check every path: a failed operation, an executor that rejects a task, an"
                        + " exception in a handler. Each of them must complete the future")
            .evidence(WHERE_THREADS_ARE, whereTheyStand());
    return uncaught.isEmpty()
        ? failure
        : failure.evidence(
            "Thrown on a thread of the executor and not caught",
            uncaught.stream().map(TrackedExecutor::shown).collect(joining("\n")));
  }

  private String meaningOfAWait() {
    return getQueue().isEmpty() ? WAITS_IN_VAIN : WAITS;
  }

  private String stepAfterAWait() {
    return getQueue().isEmpty()
        ? "see below where the thread waits. A result, an exception and an Error must all end that"
            + " wait"
        : "do not wait inside a stage: chain the next step with thenCompose";
  }

  private static String shown(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> LearnerFrames.isLearners(frame) && !StackFrames.isReference(frame))
        .map(frame -> "\n      at " + LearnerFrames.place(frame))
        .collect(joining("", "  " + thrown, ""));
  }

  /** Returns what the threads with a task are doing, and how many tasks are queued. */
  public String whereTheyStand() {
    String threads =
        busy.stream().map(thread -> ThreadSnapshot.of(thread).trace()).collect(joining("\n"));
    return (threads.isEmpty() ? "  every thread is idle" : threads)
        + (getQueue().isEmpty() ? "" : "\n  tasks in the executor's queue: " + getQueue().size());
  }

  /**
   * Shuts down and waits for the threads, but not for a thread that waits forever. Such a thread
   * may wait for a queued task: that task is canceled or run, which sets the thread free.
   *
   * <p>If a thread other than the test's calls it, it behaves like {@link ThreadPoolExecutor}.
   */
  @Override
  public void close() {
    if (Thread.currentThread() != owner) {
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
