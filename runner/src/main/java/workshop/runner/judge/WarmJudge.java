package workshop.runner.judge;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import workshop.runner.course.Checkout;
import workshop.runner.course.Exercise;
import workshop.runner.course.WorkshopException;
import workshop.runner.worker.Output;
import workshop.runner.worker.WorkerRequest;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.exercise.State;

/**
 * Judges one exercise after another, each in a new worker that was started, and if possible warmed
 * up, in advance. Runs and calls its listeners on one thread.
 */
public final class WarmJudge implements ExerciseJudge {

  private final BuildOutput build;
  private final ExerciseCompiler compiler;
  private final WarmWorker workers;
  private final WorkFolders folders;
  private final Limits limits;
  private final ExecutorService runs =
      Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "runs");
        thread.setDaemon(true);
        return thread;
      });

  private final AtomicLong ids = new AtomicLong();
  private volatile @Nullable Exercise prepared;
  private volatile @Nullable OneRun newest;

  /**
   * Creates a judge without starting a worker.
   *
   * @param quick an exercise with a fast suite, for warming up if the exercise's own suite hangs
   */
  public WarmJudge(Checkout checkout, BuildOutput build, Limits limits, Exercise quick)
      throws IOException {
    this.build = build;
    this.folders = new WorkFolders(checkout);
    this.compiler = new ExerciseCompiler(checkout, build, folders);
    this.workers = new WarmWorker(checkout, build, compiler, folders, quick);
    this.limits = limits;
  }

  /**
   * Starts a worker and stops it again.
   *
   * @return the class of its file system provider
   * @throws WorkshopException if it does not start
   */
  public static String workerFileSystem(Checkout checkout, BuildOutput build)
      throws IOException, InterruptedException {
    try (WorkFolders folders = new WorkFolders(checkout);
        WorkerProcess worker = WorkerProcess.start(build, folders)) {
      return worker.awaitReady();
    }
  }

  @Override
  public Run start(Submission submission, Listener listener) {
    if (build.isComplete()) {
      // The JVM starts on one core while the compiler runs on another.
      workers.start();
    }
    OneRun run = new OneRun(submission, listener);
    newest = run;
    runs.execute(run::run);
    return run;
  }

  @Override
  public void prepare(Exercise exercise) {
    prepared = exercise;
    if (build.isComplete()) {
      workers.warm(exercise);
    }
  }

  @Override
  public void close() {
    OneRun last = newest;
    if (last != null) {
      last.abandon();
    }
    runs.close();
    workers.close();
    try {
      compiler.close();
    } catch (IOException readOnly) {
      // Nothing was written through it.
    }
    folders.close();
  }

  private final class OneRun implements Run {

    private final Submission submission;
    private final Listener listener;
    private final long id = ids.incrementAndGet();
    private final long start = System.nanoTime();

    // Guarded by this.
    private @Nullable WorkerProcess worker;
    private boolean abandoned;
    private boolean stopped;

    OneRun(Submission submission, Listener listener) {
      this.submission = submission;
      this.listener = listener;
    }

    void run() {
      try {
        listener.done(judge());
      } catch (IOException e) {
        listener.failed(WorkshopException.of(e));
      } catch (WorkshopException e) {
        listener.failed(e);
      } catch (InterruptedException e) {
        listener.done(stopped());
      } catch (RuntimeException | Error e) {
        // After any error, the listener must hear that this run has ended.
        listener.failed(WorkshopException.ofBug(e));
      }
      Exercise next = prepared;
      if (next != null) {
        prepare(next);
      }
    }

    private ExerciseResult judge() throws IOException, InterruptedException {
      if (!build.isComplete()) {
        listener.notice("The build is gone, as after \"mvn clean\": building it again ...");
        build.buildAgain();
        workers.renew();
        listener.notice("The build was gone, as after \"mvn clean\". It is complete again.");
      }
      ExerciseCompiler.Compiled compiled =
          submission.isDraft() ? compiler.compileNext(submission) : compiler.compile(submission);
      try {
        return compiled.errors().isEmpty()
            ? judge(compiled)
            : new ExerciseResult.Uncompiled(compiled.errors(), millis());
      } finally {
        if (!compiler.keeps(compiled)) {
          workers.later(() -> WorkFolders.delete(compiled.folder()));
        }
      }
    }

    private ExerciseResult judge(ExerciseCompiler.Compiled compiled)
        throws IOException, InterruptedException {
      WorkerRequest request = limits.request(id, submission.exercise(), compiled.classes());
      Optional<ExerciseResult> result = runOnWorker(request, true);
      // The learner's code is to blame only if it happens a second time, in a new JVM.
      return result.isPresent() ? result.get() : runOnWorker(request, false).orElseThrow();
    }

    /**
     * Returns the result of running the suite; empty if the worker died before its first reply.
     *
     * @param again whether there is another attempt if it dies
     */
    private Optional<ExerciseResult> runOnWorker(WorkerRequest request, boolean again)
        throws IOException, InterruptedException {
      if (isOver()) {
        return Optional.of(stopped());
      }
      WorkerProcess taken = workers.take();
      try {
        if (!use(taken)) {
          return Optional.of(stopped());
        }
        SuiteSupervisor supervisor = new SuiteSupervisor(taken, limits, start);
        ExerciseResult result = supervisor.run(request, listener::ended);
        return again && supervisor.workerDiedSilently() && !isOver()
            ? Optional.empty()
            : Optional.of(result);
      } finally {
        workers.discard(taken);
      }
    }

    private synchronized boolean isOver() {
      return abandoned || stopped;
    }

    private synchronized boolean use(WorkerProcess taken) {
      worker = taken;
      return !isOver();
    }

    private ExerciseResult stopped() {
      FailureReport report =
          new FailureReport(
              "The run was stopped before the first test began.",
              "There is no verdict on this version of the file.",
              "Save the file again, or press r.",
              null,
              List.of());
      return new ExerciseResult.Cut(State.TIMED_OUT, millis(), List.of(), Output.NONE, report);
    }

    @Override
    public synchronized void stop() {
      stopped = true;
      if (worker != null) {
        worker.send(WorkerRequest.stop(id));
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
