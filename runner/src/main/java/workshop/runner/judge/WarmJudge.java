package workshop.runner.judge;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import workshop.runner.course.Checkout;
import workshop.runner.course.Exercise;
import workshop.runner.course.WorkshopException;
import workshop.runner.worker.Limits;
import workshop.runner.worker.Output;
import workshop.runner.worker.WorkerRequest;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;

/**
 * Judges one exercise after another, each in a new worker that was started, and if possible warmed
 * up, in advance.
 */
public final class WarmJudge implements AutoCloseable {

  private final BuildOutput build;
  private final ExerciseCompiler compiler;
  private final WarmWorker workers;
  private final WorkFolders folders;
  private final Limits limits;
  private final ExecutorService runs =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("runs").factory());

  private final AtomicLong ids = new AtomicLong();
  private volatile @Nullable Exercise prepared;
  private volatile @Nullable Run newest;

  /** Creates a judge without starting a worker. */
  public WarmJudge(Checkout checkout, BuildOutput build, Limits limits) throws IOException {
    this.build = build;
    this.folders = new WorkFolders(checkout);
    this.compiler = new ExerciseCompiler(checkout, build, folders);
    this.workers = new WarmWorker(checkout, build, compiler, folders);
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

  /**
   * Starts a run and returns at once. A run in progress ends first.
   *
   * @param ended receives each test as it ends, on a thread of the judge; must not block
   * @param noticed receives messages for the user in the same way, for example about a new build
   */
  public Run start(Submission submission, Consumer<TestResult> ended, Consumer<String> noticed) {
    if (build.isComplete()) {
      // The JVM starts on one core while the compiler runs on another.
      workers.start();
    }
    Run run = new Run(submission, ended, noticed);
    newest = run;
    runs.execute(run::run);
    return run;
  }

  /** Prepares for the exercise, so that its next run is fast. Returns at once. */
  public void prepare(Exercise exercise) {
    prepared = exercise;
    if (build.isComplete()) {
      workers.warm(exercise);
    }
  }

  /** Stops everything. */
  @Override
  public void close() {
    Run last = newest;
    if (last != null) {
      last.abandon();
    }
    runs.close();
    workers.close();
    try {
      compiler.close();
    } catch (IOException readOnly) {
      // It was only used for reading.
    }
    folders.close();
  }

  /** A run in progress. */
  public final class Run {

    private final Submission submission;
    private final Consumer<TestResult> ended;
    private final Consumer<String> noticed;
    private final CompletableFuture<ExerciseResult> result = new CompletableFuture<>();
    private final long id = ids.incrementAndGet();
    private final long start = System.nanoTime();

    // Guarded by this.
    private @Nullable WorkerProcess worker;
    private boolean abandoned;
    private boolean stopped;

    private Run(Submission submission, Consumer<TestResult> ended, Consumer<String> noticed) {
      this.submission = submission;
      this.ended = ended;
      this.noticed = noticed;
    }

    /**
     * Completes at the end of the run, with a {@link WorkshopException} if the exercise could not
     * be judged.
     */
    public CompletableFuture<ExerciseResult> result() {
      return result;
    }

    private void run() {
      try {
        result.complete(judge());
      } catch (InterruptedException e) {
        result.complete(stopped());
      } catch (IOException | RuntimeException | Error e) {
        // After any error, the caller must hear that this run has ended.
        result.completeExceptionally(WorkshopException.of(e));
      }
      Exercise next = prepared;
      if (next != null) {
        prepare(next);
      }
    }

    private ExerciseResult judge() throws IOException, InterruptedException {
      if (!build.isComplete()) {
        noticed.accept("The build is gone, as after \"mvn clean\". Building it again ...");
        build.buildAgain();
        workers.renew();
        noticed.accept("The build was gone, as after \"mvn clean\", but now it is complete again.");
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
      WorkerRequest request = compiled.request(WorkerRequest.Kind.JUDGE, id, limits);
      for (boolean first = true; !isOver(); first = false) {
        WorkerProcess taken = workers.take();
        try {
          if (!use(taken)) {
            break;
          }
          SuiteSupervisor supervisor = new SuiteSupervisor(taken, start);
          ExerciseResult result = supervisor.run(request, ended);
          // If the worker dies before its first reply, the learner's code is to blame only if it
          // happens a second time, in a new JVM.
          if (!first || !supervisor.workerDiedSilently() || isOver()) {
            return result;
          }
        } finally {
          workers.discard(taken);
        }
      }
      return stopped();
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
      return new ExerciseResult.Aborted(State.TIMED_OUT, millis(), List.of(), Output.NONE, report);
    }

    /** Stops the run early; the result then says where the code was. Returns at once. */
    public synchronized void stop() {
      stopped = true;
      if (worker != null) {
        worker.send(WorkerRequest.stop(id));
      }
    }

    /** Ends the run at once. Its result is no longer needed. */
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
