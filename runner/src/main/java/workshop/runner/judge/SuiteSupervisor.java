package workshop.runner.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import workshop.runner.worker.CrashDiagnosis;
import workshop.runner.worker.Limits;
import workshop.runner.worker.Output;
import workshop.runner.worker.SuiteResult;
import workshop.runner.worker.WorkerReply;
import workshop.runner.worker.WorkerRequest;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;

/** Lets a worker run one suite, collects its replies, and kills it if it does not end in time. */
final class SuiteSupervisor {

  private final WorkerProcess worker;
  private final List<TestResult> tests = new ArrayList<>();
  private final long start;
  private boolean reusable;
  private boolean heard;
  private boolean diedSilently;
  private String lastLine = "";

  /**
   * Supervises a worker.
   *
   * @param start when the run began, as {@link System#nanoTime()}
   */
  SuiteSupervisor(WorkerProcess worker, long start) {
    this.worker = worker;
    this.start = start;
  }

  /**
   * Runs the suite and blocks until it has ended or was stopped.
   *
   * @param progress receives each test as it ends, on the calling thread
   */
  ExerciseResult run(WorkerRequest request, Consumer<TestResult> progress)
      throws InterruptedException {
    worker.send(request);
    Limits limits = request.limits();
    long begin = System.nanoTime();
    long progressed = begin;
    while (true) {
      long left = limits.totalMillis() - millisSince(begin);
      long quiet = limits.quietMillis() - millisSince(progressed);
      long timeout = Math.max(0, Math.min(left, quiet) + limits.graceMillis());
      Optional<WorkerReply> next = worker.next(Duration.ofMillis(timeout));
      if (next.isEmpty()) {
        return noReply();
      }
      WorkerReply reply = next.get();
      heard = true;
      if (reply.kind() == WorkerReply.Kind.SLOW_LINE) {
        lastLine = String.valueOf(reply.text());
        continue;
      }
      progressed = System.nanoTime();
      if (reply.test() != null) {
        tests.add(reply.test());
        progress.accept(reply.test());
      } else if (reply.result() != null) {
        return result(reply.result());
      }
    }
  }

  /** Returns whether the run left nothing behind in the worker. */
  boolean leftWorkerReusable() {
    return reusable;
  }

  /**
   * Returns whether the worker died before its first reply. Then the cause may be older than this
   * run, and not in the learner's code.
   */
  boolean workerDiedSilently() {
    return diedSilently;
  }

  private ExerciseResult result(SuiteResult end) {
    reusable = end.reusable();
    FailureReport why = end.stopped();
    return why == null
        ? new ExerciseResult.Judged(
            end.state(),
            millisSince(start),
            tests,
            end.output(),
            end.notes(),
            Optional.ofNullable(end.recorded()))
        : new ExerciseResult.Aborted(end.state(), millisSince(start), tests, end.output(), why);
  }

  private ExerciseResult noReply() throws InterruptedException {
    if (worker.isAlive() && worker.exitCode() == WorkerProcess.STILL_RUNNING) {
      worker.kill();
      FailureReport report = CrashDiagnosis.ofKill(millisSince(start) / 1000, lastLine);
      return new ExerciseResult.Aborted(
          State.TIMED_OUT, millisSince(start), tests, Output.NONE, report);
    }
    diedSilently = !heard;
    FailureReport report = CrashDiagnosis.ofSilence(worker.exitCode(), lastLine);
    return new ExerciseResult.Aborted(State.FAILED, millisSince(start), tests, Output.NONE, report);
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
