package workshop.completable;

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
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import workshop.testkit.disk.DiskAssert;
import workshop.testkit.disk.DiskEvent;
import workshop.testkit.disk.EventThread;
import workshop.testkit.disk.Gate;
import workshop.testkit.disk.Recording;
import workshop.testkit.suite.Teaching;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Deadline;
import workshop.testkit.thread.Whereabouts;

/**
 * The executor that a suite hands to an exercise. It knows its threads, and so it can tell when
 * nothing more will happen: each of its tasks has ended, or waits.
 */
final class Assistants extends ThreadPoolExecutor {

  /** How often in a row all must stand still; a thread on its way to a lock looks still, too. */
  private static final int LOOKS = 3;

  /** Who is not one of these threads gets this long to complete what they have left incomplete. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Five milliseconds each: so long a caller may stand still before it counts as blocked. */
  private static final int CALLER_LOOKS = 200;

  private final String name;
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final Set<Thread> busy = ConcurrentHashMap.newKeySet();
  private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();

  private Assistants(String name, int threads) {
    super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    this.name = name;
    AtomicInteger number = new AtomicInteger();
    setThreadFactory(task ->
        Thread.ofPlatform()
            .name(name + "-" + number.incrementAndGet())
            .daemon()
            .uncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown))
            .unstarted(task));
  }

  /** Returns a pool of {@code threads} threads, named {@code assistant-1} and so on. */
  static Assistants of(int threads) {
    return new Assistants("assistant", threads);
  }

  /** Returns a pool whose threads go by another name, for a suite that needs two kinds. */
  static Assistants named(String name, int threads) {
    return new Assistants(name, threads);
  }

  /**
   * Returns an executor that comes back from {@code execute} when the task has ended, on one of
   * these threads. Whatever is chained to it then comes too late, and not only when one is unlucky.
   */
  Executor finishingFirst() {
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

  boolean is(EventThread thread) {
    return thread.name().startsWith(name + "-");
  }

  boolean is(Thread thread) {
    return thread.getName().startsWith(name + "-");
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
  protected void afterExecute(Runnable task, Throwable thrown) {
    busy.remove(Thread.currentThread());
    ended.incrementAndGet();
  }

  /** Returns whether every task has ended. */
  boolean isIdle() {
    return accepted.get() == ended.get();
  }

  /** Waits until every task has ended or waits: at one of {@code gates}, or for anything else. */
  void settle(Gate... gates) {
    AtomicInteger looks = new AtomicInteger();
    Await.until(
        "a moment at which every " + name + " waits or has nothing to do",
        () -> (isStill(gates) ? looks.incrementAndGet() : looks.getAndSet(0)) >= LOOKS,
        this::whereTheyStand);
  }

  private boolean isStill(Gate... gates) {
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
  private static boolean waits(Thread thread, Gate... gates) {
    Whereabouts where = Whereabouts.of(thread);
    if (!where.isParked()) {
      return false;
    }
    for (Gate gate : gates) {
      if (gate.isHeldBy(thread)) {
        return true;
      }
    }
    return where.stack().stream()
        .noneMatch(frame -> frame.getClassName().equals(Gate.class.getName()));
  }

  /**
   * Waits for the call to come back and returns its result, or throws what it threw. Fails as soon
   * as it is certain that the caller waits instead.
   */
  static <T> T started(Call<T> call) {
    Deadline deadline = Deadline.fromNow();
    for (int looks = 0; looks < CALLER_LOOKS && !deadline.hasPassed(); looks++) {
      if (call.isBack()) {
        return call.returns();
      }
      if (!Whereabouts.of(call.thread()).isParked()) {
        looks = 0;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    if (call.isBack()) {
      return call.returns();
    }
    throw Teaching.saw(
            "the call did not come back: you blocked the caller\nthe thread "
                + Whereabouts.of(call.thread()))
        .means("it can do nothing else until somebody sets it free")
        .todo("do not wait here: return at once what will be completed later")
        .evidence("Where the caller stands", Whereabouts.of(call.thread()).trace());
  }

  /**
   * Waits until {@code n} operations in all have come to {@code held}. A future that fails
   * meanwhile is shown, and nobody waits for operations that cannot come any more.
   *
   * @param others gates at which somebody may stand meanwhile
   */
  void awaitAt(Gate held, int n, String what, CompletableFuture<?> future, Gate... others) {
    Gate[] gates = Arrays.copyOf(others, others.length + 1);
    gates[others.length] = held;
    Stillness stillness = new Stillness(gates);
    Deadline deadline = Deadline.fromNow();
    while (held.arrivals().size() < n) {
      if (future.isCompletedExceptionally()) {
        Await.result("the future of " + what, future); // throws
      }
      if (stillness.isCertain() || deadline.hasPassed()) {
        throw Teaching.saw(
                "only %d of %d operations of %s came to the disk, and nobody is on the way"
                    .formatted(held.arrivals().size(), n, what))
            .means("either this ran one after another, or a step is never begun")
            .todo("follow your code to the disk: where does it stop, and whom does it wait for?")
            .evidence("Where the threads stand", whereTheyStand());
      }
    }
  }

  /** Returns what {@code future} is completed with, or throws what it failed with. */
  <T> T resultOf(String what, CompletableFuture<T> future, Gate... gates) {
    awaitDone(what, future, gates);
    return Await.result("the future of " + what, future);
  }

  /** Returns what {@code future} fails with; a success is a failed expectation. */
  Throwable failureOf(String what, CompletableFuture<?> future, Gate... gates) {
    awaitDone(what, future, gates);
    if (future.state() == Future.State.SUCCESS && future.resultNow() instanceof byte[] bytes) {
      return Await.failure(
          "the future of " + what, CompletableFuture.completedFuture(bytes.length + " bytes"));
    }
    return Await.failure("the future of " + what, future);
  }

  /** Returns the failure of a call that may report it either way: by throwing, or by its future. */
  <T> Throwable refusalOf(String what, Call<CompletableFuture<T>> call) {
    CompletableFuture<T> future;
    try {
      future = started(call);
    } catch (RejectedExecutionException thrown) {
      return thrown;
    }
    return failureOf(what, future);
  }

  /** Gives up as soon as it is certain that nobody will complete {@code future}. */
  private void awaitDone(String what, CompletableFuture<?> future, Gate... gates) {
    Stillness stillness = new Stillness(gates);
    Deadline deadline = Deadline.fromNow();
    while (!future.isDone() && !deadline.hasPassed()) {
      if (stillness.isCertain() && !future.isDone()) {
        throw nobodyCompletes(what);
      }
    }
  }

  private Teaching nobodyCompletes(String what) {
    boolean oneWaits = !busy.isEmpty();
    Teaching failure =
        Teaching.saw(
                "the future of %s is not complete, and nobody is left who could complete it: %s"
                    .formatted(
                        what, oneWaits ? "who works on it waits itself" : "nobody works on it"))
            .means(
                oneWaits
                    ? "a thread of the executor waits inside your code for something that needs a"
                        + " thread of the same executor; with enough tasks under way, each waits"
                        + " for the next"
                    : "there is a way out of your code on which the future is forgotten; whoever"
                        + " waits for it waits forever")
            .todo(
                oneWaits
                    ? "do not wait inside a stage: let thenCompose chain what comes next"
                    : "follow every way out: a failed operation, an executor that refuses, an"
                        + " exception in a handler; each has to complete the future")
            .evidence("Where the threads stand", whereTheyStand());
    return uncaught.isEmpty()
        ? failure
        : failure.evidence("Thrown on a thread of the executor, and caught by nobody", uncaught);
  }

  /**
   * Expects that every operation was done by one of these threads.
   *
   * @param caller the thread that called the exercise
   */
  void didAllOf(Recording recording, Thread caller) {
    for (DiskEvent event : recording) {
      if (event.thread().is(caller)) {
        throw OnDisk.shown(
            Teaching.saw(
                    "the %s of %s ran on the caller's own thread: you blocked the caller"
                        .formatted(event.op(), event.file().getFileName()))
                .means(
                    "a stage without Async in its name runs on the thread that completes the stage"
                        + " before, or, if that one is complete already, on the thread that chains"
                        + " it")
                .todo("hand what touches the disk to the executor: ...Async(..., executor)"),
            recording);
      }
      assertNotOnTheCommonPool(event, recording);
    }
    DiskAssert.assertThat(recording).ranOnlyOn(this::is, "a thread of the executor given");
  }

  static void assertNotOnTheCommonPool(DiskEvent event, Recording recording) {
    String thread = event.thread().name();
    if (thread.startsWith("ForkJoinPool.commonPool")) {
      throw OnDisk.shown(
          Teaching.saw(
                  "the %s of %s ran on \"%s\", and not on the executor that was given"
                      .formatted(event.op(), event.file().getFileName(), thread))
              .means(
                  "without an executor, a future uses the common pool, which has a thread per core"
                      + " less one: on a machine with two cores all of this ran one after another,"
                      + " and with it whatever else the program does there")
              .todo("pass the executor wherever a method with Async in its name can take one"),
          recording);
    }
  }

  String whereTheyStand() {
    String threads =
        busy.stream()
            .map(thread -> Whereabouts.of(thread).trace())
            .collect(Collectors.joining("\n"));
    return (threads.isEmpty() ? "  no " + name + " has anything to do" : threads)
        + (getQueue().isEmpty() ? "" : "\n  in the queue of the executor: " + getQueue().size());
  }

  /** Stops, and waits until the threads have ended; gives up on those that wait in vain. */
  @Override
  public void close() {
    shutdown();
    Stillness stillness = new Stillness();
    Deadline deadline = Deadline.fromNow();
    while (!isTerminated() && !stillness.isCertain() && !deadline.hasPassed()) {
      // isCertain rests between two looks
    }
    // Whoever waits in vain may wait for a task in the queue: done now, it sets him free.
    for (Runnable task : shutdownNow()) {
      try {
        task.run();
      } catch (RuntimeException e) {
        uncaught.add(e);
      }
    }
  }

  /** Whether all stand still, and have done so for longer than anybody else would need. */
  private final class Stillness {

    private final Gate[] gates;
    private long since;

    Stillness(Gate... gates) {
      this.gates = gates;
    }

    /** Takes a look, and rests a moment. */
    boolean isCertain() {
      if (!isStill(gates)) {
        since = 0;
      } else if (since == 0) {
        since = System.nanoTime();
      }
      boolean certain = since != 0 && System.nanoTime() - since > GRACE_NANOS;
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      return certain;
    }
  }
}
