package workshop.runner.engine;

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
import workshop.runner.core.Exercise;
import workshop.runner.core.ExerciseId;
import workshop.runner.core.Trouble;
import workshop.runner.port.Tests;
import workshop.runner.worker.Order;

/**
 * The worker that waits for the next save: started ahead, and warmed by the reference solution of
 * the exercise at hand, so that classes are loaded and compiled when the learner's come.
 *
 * <p>All work is done on one thread of its own; only {@link #take()} waits for it.
 */
final class Spare implements AutoCloseable {

  /** A warm-up that takes longer does not come to an end; until then nobody has to wait for it. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** A suite that takes no longer, cold, is rehearsed twice. */
  private static final Duration SHORT = Duration.ofMillis(1_500);

  private static final Duration GRACE = Duration.ofSeconds(2);

  /** The compiler gets quicker with everything that it compiles, at first by leaps. */
  private static final int PRACTICE = 6;

  private static final Limits WARM_UP = new Limits(LONGEST, LONGEST, LONGEST, LONGEST, GRACE, 0);

  /** A worker on its way to be taken. */
  private record Waiting(CompletableFuture<WorkerProcess> worker, Rehearsal rehearsal) {}

  private final Equipment equipment;
  private final Bench bench;
  private final Exercise quick;
  private final ExecutorService thread = thread("spare");
  private final ExecutorService clearing = thread("clearing away");

  /** Used on the thread only. */
  private final Set<ExerciseId> hanging = new HashSet<>();

  /** How often the compiler has practiced; used on the thread only. */
  private int practiced;

  /** Started here, and not yet taken by anybody. */
  private final Set<WorkerProcess> own = ConcurrentHashMap.newKeySet();

  private volatile boolean closed;

  // Guarded by this.
  private @Nullable Waiting waiting;

  Spare(Equipment equipment, Bench bench, Exercise quick) {
    this.equipment = equipment;
    this.bench = bench;
    this.quick = quick;
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    });
  }

  /** Starts a worker, unless one is waiting or on its way. Returns at once. */
  synchronized void start() {
    if (waiting == null) {
      waiting = new Waiting(CompletableFuture.supplyAsync(this::started, thread), new Rehearsal());
    }
  }

  /** Has the waiting worker warmed up for the exercise. Returns at once. */
  synchronized void warm(Exercise exercise) {
    start();
    Waiting cold = requireNonNull(waiting);
    Rehearsal rehearsal = cold.rehearsal();
    waiting =
        new Waiting(
            cold.worker().thenApplyAsync(w -> warmed(w, exercise, rehearsal), thread), rehearsal);
    // Each by itself: whoever wants the worker, or the compiler, waits for one at most.
    for (int i = 0; i < PRACTICE; i++) {
      thread.execute(() -> practice(exercise, rehearsal));
    }
  }

  private void practice(Exercise exercise, Rehearsal rehearsal) {
    if (practiced < PRACTICE && !rehearsal.isWanted() && !closed) {
      practiced++;
      try {
        WorkFolders.delete(bench.compile(exercise, new Tests.Subject.Solution()).folder());
      } catch (IOException noSolution) {
        // Then the first save takes a little longer.
      }
    }
  }

  /**
   * Returns the waiting worker, which is the caller's from now on. Blocks until it is ready; being
   * warmed up, it is ready soon.
   *
   * @throws Trouble if it cannot be started
   */
  WorkerProcess take() throws IOException {
    Waiting taken;
    synchronized (this) {
      start();
      taken = requireNonNull(waiting);
      waiting = null;
    }
    try {
      Duration patience = taken.rehearsal().want();
      // A test of the warm-up that does not end by itself is ended, and its worker with it.
      CompletableFuture.delayedExecutor(patience.toNanos(), TimeUnit.NANOSECONDS)
          .execute(taken.rehearsal()::giveUp);
      WorkerProcess worker = taken.worker().join();
      own.remove(worker);
      return worker;
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case Trouble trouble -> throw trouble;
        case UncheckedIOException io -> throw new IOException(io.getCause());
        case null, default -> throw e;
      }
    }
  }

  /** Ends a worker that was used. Returns at once. */
  void discard(WorkerProcess worker) {
    // A verdict does not wait for it: to look for what the worker has started takes a while.
    later(worker::close);
  }

  /** Has something done that nobody waits for. */
  void later(Runnable task) {
    clearing.execute(task);
  }

  private WorkerProcess started() {
    try {
      WorkerProcess worker = WorkerProcess.start(equipment);
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

  private WorkerProcess warmed(WorkerProcess worker, Exercise exercise, Rehearsal rehearsal) {
    if (hanging.contains(exercise.id())) {
      return exercise.equals(quick) ? worker : warmed(worker, quick, rehearsal);
    }
    try {
      Bench.Compiled compiled = bench.compiledSolution(exercise);
      if (!compiled.problems().isEmpty()) {
        return worker;
      }
      Order order = Trial.order(Order.Kind.WARM_UP, exercise, compiled.classes(), WARM_UP);
      if (rehearse(worker, order, rehearsal)) {
        return worker;
      }
    } catch (IOException noSolution) {
      // Then it stays cold: slower, not wrong.
      return worker;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return worker;
    }
    own.remove(worker);
    worker.close();
    if (closed) {
      throw new CancellationException("closed while a worker was being warmed");
    }
    if (!rehearsal.isWanted()) {
      hanging.add(exercise.id());
    }
    return warmed(started(), exercise, rehearsal);
  }

  /**
   * What was done twice is compiled; but nobody should meet a long suite in the middle too often.
   */
  private static boolean rehearse(WorkerProcess worker, Order order, Rehearsal rehearsal)
      throws InterruptedException {
    Duration longest = LONGEST.plus(GRACE);
    long begin = System.nanoTime();
    boolean held = rehearsal.hold(worker, order, longest);
    boolean isShort = System.nanoTime() - begin < SHORT.toNanos();
    return (held && isShort) ? rehearsal.hold(worker, order, longest) : held;
  }

  /** Ends what is waiting, and what is just being started or warmed: nobody waits for that. */
  @Override
  public void close() {
    closed = true;
    own.forEach(WorkerProcess::kill);
    thread.close();
    clearing.close();
    own.forEach(WorkerProcess::close);
  }
}
