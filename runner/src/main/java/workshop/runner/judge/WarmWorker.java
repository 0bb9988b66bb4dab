package workshop.runner.judge;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import workshop.runner.course.Checkout;
import workshop.runner.course.Exercise;
import workshop.runner.course.ExerciseId;
import workshop.runner.course.WorkshopException;
import workshop.runner.worker.Limits;
import workshop.runner.worker.WorkerRequest;

/**
 * The worker that waits for the next save. It is started in advance and warmed up with the solution
 * of the current exercise, so that its classes are loaded and compiled when the save comes.
 *
 * <p>All work happens on one thread; only {@link #take()} waits for it.
 */
final class WarmWorker implements AutoCloseable {

  /** A warm-up that takes longer counts as hanging. No caller waits for it until then. */
  private static final Limits LIMITS = new Limits(30_000, 30_000, 30_000, 30_000, 30_000, 2_000, 0);

  /** A suite that takes no longer than this when cold is run twice. */
  private static final Duration SHORT = Duration.ofMillis(1_500);

  /** How often the compiler compiles the solution: the first few times make it much faster. */
  private static final int PRACTICE = 6;

  /** A worker that is being started and warmed up. */
  private record Next(CompletableFuture<WorkerProcess> worker, WarmUp warmUp) {}

  private final Checkout checkout;
  private final BuildOutput build;
  private final ExerciseCompiler compiler;
  private final WorkFolders folders;

  private final ExecutorService thread = thread("warm-up");
  private final ExecutorService cleanUp = thread("clean-up");

  /** The exercises whose warm-up did not end; used on the thread only. */
  private final Set<ExerciseId> hanging = new HashSet<>();

  /** How often the compiler has compiled the solution; used on the thread only. */
  private int practiced;

  /** The worker that was started and not taken yet. */
  private final Set<WorkerProcess> own = ConcurrentHashMap.newKeySet();

  private volatile boolean closed;

  // Guarded by this.
  private @Nullable Next next;

  WarmWorker(Checkout checkout, BuildOutput build, ExerciseCompiler compiler, WorkFolders folders) {
    this.checkout = checkout;
    this.build = build;
    this.compiler = compiler;
    this.folders = folders;
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  /** Starts a worker, unless there is one. Returns at once. */
  synchronized void start() {
    if (next == null) {
      next = new Next(CompletableFuture.supplyAsync(this::started, thread), new WarmUp());
    }
  }

  /** Ends the next worker, if there is one, and starts another. Returns at once. */
  synchronized void renew() {
    if (next != null) {
      var _ = next.worker().thenAccept(this::discard);
      next = null;
    }
    start();
  }

  /** Warms up the next worker for the exercise. Returns at once. */
  synchronized void warm(Exercise exercise) {
    start();
    Next cold = requireNonNull(next);
    WarmUp warmUp = cold.warmUp();
    next = new Next(cold.worker().thenApplyAsync(w -> warmed(w, exercise, warmUp), thread), warmUp);
    // One task each: a caller that needs the worker or the compiler waits for at most one of them.
    for (int i = 0; i < PRACTICE; i++) {
      thread.execute(() -> practice(exercise, warmUp));
    }
  }

  private void practice(Exercise exercise, WarmUp warmUp) {
    if (practiced < PRACTICE && !warmUp.isWanted() && !closed) {
      practiced++;
      try {
        Submission solution = Submission.ofSolution(checkout, exercise);
        WorkFolders.delete(compiler.compile(solution).folder());
      } catch (IOException noSolution) {
        // Without the warm-up, the first save takes a little longer.
      }
    }
  }

  /**
   * Returns the next worker, which now belongs to the caller. Blocks until it is ready; a warm-up
   * is cut short.
   *
   * @throws WorkshopException if it cannot be started
   */
  WorkerProcess take() throws IOException {
    Next taken;
    synchronized (this) {
      start();
      taken = requireNonNull(next);
      next = null;
    }
    try {
      Duration timeout = taken.warmUp().want();
      // If the current test of the warm-up does not end, its worker is killed.
      CompletableFuture.delayedExecutor(timeout.toNanos(), TimeUnit.NANOSECONDS)
          .execute(taken.warmUp()::giveUp);
      WorkerProcess worker = taken.worker().join();
      own.remove(worker);
      return worker;
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case WorkshopException failure -> throw failure;
        case UncheckedIOException io -> throw new IOException(io.getCause());
        case null, default -> throw e;
      }
    }
  }

  /** Ends a used worker. Returns at once, because finding the processes it started takes time. */
  void discard(WorkerProcess worker) {
    later(() -> {
      worker.close();
      own.remove(worker);
    });
  }

  /** Runs a task that no caller waits for. */
  void later(Runnable task) {
    cleanUp.execute(task);
  }

  private WorkerProcess started() {
    try {
      WorkerProcess worker = WorkerProcess.start(build, folders);
      own.add(worker);
      if (closed) {
        worker.kill();
      }
      worker.awaitReady();
      return worker;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  private WorkerProcess warmed(WorkerProcess worker, Exercise exercise, WarmUp warmUp) {
    if (hanging.contains(exercise.id())) {
      return worker;
    }
    try {
      ExerciseCompiler.Compiled compiled = compiler.compiledSolution(exercise);
      if (!compiled.errors().isEmpty()
          || run(worker, compiled.request(WorkerRequest.Kind.WARM_UP, 0, LIMITS), warmUp)) {
        return worker;
      }
    } catch (IOException noSolution) {
      // The worker stays cold, which is slower but not wrong.
      return worker;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return worker;
    }
    own.remove(worker);
    worker.close();
    if (closed) {
      throw new CancellationException("closed while a worker was being warmed up");
    }
    if (!warmUp.isWanted()) {
      hanging.add(exercise.id());
    }
    return started();
  }

  /**
   * Runs a short suite twice so that the JVM compiles it, and a long one only once, because a save
   * would interrupt it.
   */
  private static boolean run(WorkerProcess worker, WorkerRequest request, WarmUp warmUp)
      throws InterruptedException {
    Duration longest = Duration.ofMillis(LIMITS.totalMillis() + LIMITS.graceMillis());
    long begin = System.nanoTime();
    boolean done = warmUp.run(worker, request, longest);
    boolean isShort = System.nanoTime() - begin < SHORT.toNanos();
    return (done && isShort) ? warmUp.run(worker, request, longest) : done;
  }

  /** Ends the next worker, even while it is being started or warmed up. */
  @Override
  public void close() {
    closed = true;
    own.forEach(WorkerProcess::kill);
    thread.close();
    cleanUp.close();
    own.forEach(WorkerProcess::close);
  }
}
