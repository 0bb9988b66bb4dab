package workshop.runner.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import workshop.runner.checkout.Checkout;
import workshop.runner.core.Exercise;
import workshop.runner.core.Outcome;
import workshop.runner.core.Output;
import workshop.runner.core.Trouble;
import workshop.runner.port.Tests;
import workshop.runner.worker.Order;
import workshop.testkit.exercise.State;

/**
 * Judges one exercise after the other, each in a worker of its own that was started, and if
 * possible warmed, before. Runs and listeners are called on one thread.
 */
public final class Engine implements Tests {

  private final Bench bench;
  private final Spare spare;
  private final WorkFolders folders;
  private final Limits limits;
  private final ExecutorService runs =
      Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "runs");
        thread.setDaemon(true);
        return thread;
      });

  private volatile @Nullable Exercise prepared;
  private volatile @Nullable OneRun newest;

  /**
   * Starts nothing yet.
   *
   * @param quick an exercise whose suite is quick, to warm up with where an exercise's own is not
   */
  public Engine(Checkout checkout, Equipment equipment, Limits limits, Exercise quick)
      throws IOException {
    this.folders = new WorkFolders(checkout);
    this.bench = new Bench(checkout, equipment, folders);
    this.spare = new Spare(equipment, bench, quick);
    this.limits = limits;
    folders.sweep();
  }

  @Override
  public Run start(Exercise exercise, Subject subject, Listener listener) {
    // The JVM starts on one core while the compiler works on another.
    spare.start();
    OneRun run = new OneRun(exercise, subject, listener);
    newest = run;
    runs.execute(run::run);
    return run;
  }

  @Override
  public void prepare(Exercise exercise) {
    prepared = exercise;
    spare.warm(exercise);
  }

  @Override
  public void close() {
    OneRun last = newest;
    if (last != null) {
      last.abandon();
    }
    runs.close();
    spare.close();
    try {
      bench.close();
    } catch (IOException readOnly) {
      // Nothing was written through it.
    }
    folders.close();
  }

  private final class OneRun implements Run {

    private final Exercise exercise;
    private final Subject subject;
    private final Listener listener;
    private final long start = System.nanoTime();

    // Guarded by this.
    private @Nullable WorkerProcess worker;
    private boolean abandoned;
    private boolean stopped;

    OneRun(Exercise exercise, Subject subject, Listener listener) {
      this.exercise = exercise;
      this.subject = subject;
      this.listener = listener;
    }

    void run() {
      try {
        listener.done(judge());
      } catch (IOException e) {
        listener.failed(Trouble.of(e));
      } catch (Trouble e) {
        listener.failed(e);
      } catch (RuntimeException e) {
        listener.failed(new Trouble("The workshop command failed: " + e, "Please report this.", e));
      } catch (InterruptedException e) {
        listener.done(stopped());
      }
      Exercise next = prepared;
      if (next != null) {
        spare.warm(next);
      }
    }

    private Outcome judge() throws IOException, InterruptedException {
      Bench.Compiled compiled =
          switch (subject) {
            case Subject.Draft draft -> bench.compileNext(exercise, draft);
            case Subject.Solution _ -> bench.compile(exercise, subject);
          };
      listener.compiled(compiled.sources());
      try {
        return compiled.problems().isEmpty()
            ? judge(compiled.classes())
            : new Outcome.Uncompiled(compiled.problems(), millis());
      } finally {
        if (!bench.keeps(compiled)) {
          spare.later(() -> WorkFolders.delete(compiled.folder()));
        }
      }
    }

    private Outcome judge(List<Path> classes) throws IOException, InterruptedException {
      Order order = Trial.order(Order.Kind.JUDGE, exercise, classes, limits);
      Optional<Outcome> outcome = hold(order, true);
      // The learner's code is to blame only if it happens again, in a JVM that is new.
      return outcome.isPresent() ? outcome.get() : hold(order, false).orElseThrow();
    }

    /**
     * Returns what a worker makes of it; nothing if it died before it said a word.
     *
     * @param again whether there is another try, should it die
     */
    private Optional<Outcome> hold(Order order, boolean again)
        throws IOException, InterruptedException {
      if (isOver()) {
        return Optional.of(stopped());
      }
      WorkerProcess taken = spare.take();
      try {
        if (!use(taken)) {
          return Optional.of(stopped());
        }
        Trial trial = new Trial(taken, limits, start);
        Outcome outcome = trial.run(order, listener::ended);
        return again && trial.workerDiedUnheard() && !isOver()
            ? Optional.empty()
            : Optional.of(outcome);
      } finally {
        spare.discard(taken);
      }
    }

    private synchronized boolean isOver() {
      return abandoned || stopped;
    }

    private synchronized boolean use(WorkerProcess taken) {
      worker = taken;
      return !isOver();
    }

    private Outcome stopped() {
      String message = "It was stopped before the first test began.";
      return new Outcome.Cut(State.TIMED_OUT, millis(), List.of(), Output.NONE, message);
    }

    @Override
    public synchronized void stop() {
      stopped = true;
      if (worker != null) {
        worker.order(Order.stop());
      }
    }

    @Override
    public synchronized void abandon() {
      abandoned = true;
      if (worker != null) {
        worker.kill();
      }
    }

    private long millis() {
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
  }
}
