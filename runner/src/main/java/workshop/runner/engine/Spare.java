package workshop.runner.engine;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import workshop.runner.core.Exercise;
import workshop.runner.core.ExerciseId;
import workshop.runner.core.Trouble;
import workshop.runner.worker.Order;
import workshop.runner.worker.Reply;

/**
 * The worker that waits for the next save: started ahead, and warmed by the reference solution of
 * the exercise at hand, so that classes are loaded and compiled when the learner's come.
 *
 * <p>All work is done on one thread of its own; only {@link #take()} waits for it.
 */
final class Spare implements AutoCloseable {

  /** A solution whose suite takes longer is no good for warming up: somebody may be saving. */
  private static final Duration SHORT = Duration.ofSeconds(2);

  /** On a machine that needs long to start a JVM, everything takes longer. */
  private static final int STARTS = 4;

  private final Equipment equipment;
  private final Bench bench;
  private final Exercise quick;
  private final ExecutorService thread = thread("spare");
  private final ExecutorService clearing = thread("clearing away");

  /** Used on the thread only. */
  private final Set<ExerciseId> tooSlow = new HashSet<>();

  /** Started here, and not yet taken by anybody. */
  private final Set<WorkerProcess> own = ConcurrentHashMap.newKeySet();

  private volatile boolean closed;

  // Guarded by this.
  private @Nullable CompletableFuture<WorkerProcess> waiting;

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
      waiting = CompletableFuture.supplyAsync(this::started, thread);
    }
  }

  /** Has the waiting worker warmed up for the exercise. Returns at once. */
  synchronized void warm(Exercise exercise) {
    start();
    CompletableFuture<WorkerProcess> cold = waiting;
    if (cold != null) {
      waiting = cold.thenApplyAsync(worker -> warmed(worker, exercise), thread);
    }
  }

  /**
   * Returns the waiting worker, which is the caller's from now on. Blocks until it is ready.
   *
   * @throws Trouble if it cannot be started
   */
  WorkerProcess take() throws IOException {
    CompletableFuture<WorkerProcess> taken;
    synchronized (this) {
      start();
      taken = waiting;
      waiting = null;
    }
    try {
      WorkerProcess worker = requireNonNull(taken).join();
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
    worker.kill();
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

  private WorkerProcess warmed(WorkerProcess worker, Exercise exercise) {
    if (tooSlow.contains(exercise.id())) {
      return exercise.equals(quick) ? worker : warmed(worker, quick);
    }
    try {
      Bench.Compiled compiled = bench.compiledSolution(exercise);
      if (!compiled.problems().isEmpty()) {
        return worker;
      }
      Limits limits = warmUpLimits(worker.startUp());
      worker.order(Trial.order(Order.Kind.WARM_UP, exercise, compiled.classes(), limits));
      Optional<Reply> reply = worker.next(limits.total().plus(limits.grace()));
      if (reply.isPresent() && reply.get().kind() == Reply.Kind.WARM) {
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
    tooSlow.add(exercise.id());
    return warmed(started(), exercise);
  }

  private static Limits warmUpLimits(Duration startUp) {
    Duration adapted = startUp.multipliedBy(STARTS);
    Duration longest = adapted.compareTo(SHORT) > 0 ? adapted : SHORT;
    return new Limits(longest, longest, longest, longest, SHORT, 0);
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
