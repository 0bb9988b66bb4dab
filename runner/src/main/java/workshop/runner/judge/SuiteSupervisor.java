package workshop.runner.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import workshop.runner.worker.CrashDiagnosis;
import workshop.runner.worker.Output;
import workshop.runner.worker.WorkerReply;
import workshop.runner.worker.WorkerRequest;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;

/** Lets a worker run one suite, collects its replies, and kills it if it does not end in time. */
final class SuiteSupervisor {

  private final WorkerProcess worker;
  private final Limits limits;
  private final List<TestResult> tests = new ArrayList<>();
  private final long start;
  private boolean reusable;
  private boolean heard;
  private boolean diedSilently;
  private String lastSeen = "";

  /**
   * Supervises a worker.
   *
   * @param start when the run began, as {@link System#nanoTime()}
   */
  SuiteSupervisor(WorkerProcess worker, Limits limits, long start) {
    this.worker = worker;
    this.limits = limits;
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
    long begin = System.nanoTime();
    long progressed = begin;
    while (true) {
      long now = System.nanoTime();
      Duration left = limits.total().plus(limits.grace()).minusNanos(now - begin);
      Duration quiet = limits.quiet().plus(limits.grace()).minusNanos(now - progressed);
      Duration patience = min(left, quiet);
      Optional<WorkerReply> reply = worker.next(patience.isNegative() ? Duration.ZERO : patience);
      if (reply.isEmpty()) {
        return withoutWords();
      }
      heard = true;
      if (reply.get().kind() == WorkerReply.Kind.LOOK) {
        lastSeen = String.valueOf(reply.get().text());
        continue;
      }
      progressed = System.nanoTime();
      Optional<ExerciseResult> result = hear(reply.get(), progress);
      if (result.isPresent()) {
        return result.get();
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

  private Optional<ExerciseResult> hear(WorkerReply reply, Consumer<TestResult> progress) {
    TestResult test = reply.test();
    if (reply.kind() == WorkerReply.Kind.TEST && test != null) {
      tests.add(test);
      progress.accept(test);
      return Optional.empty();
    }
    State state = reply.state();
    if (state == null) {
      return Optional.empty();
    }
    Output output = Optional.ofNullable(reply.output()).orElse(Output.NONE);
    if (reply.kind() == WorkerReply.Kind.VERDICT) {
      reusable = reply.reusable();
      List<String> notes = Optional.ofNullable(reply.notes()).orElse(List.of());
      return Optional.of(
          new ExerciseResult.Judged(
              state, millis(), tests, output, notes, Optional.ofNullable(reply.recorded())));
    }
    return Optional.of(
        new ExerciseResult.Cut(
            state, millis(), tests, output, Objects.requireNonNull(reply.report())));
  }

  private ExerciseResult withoutWords() throws InterruptedException {
    if (worker.isAlive() && worker.exitCode() == WorkerProcess.STILL_RUNNING) {
      worker.kill();
      FailureReport report =
          CrashDiagnosis.ofKill(TimeUnit.MILLISECONDS.toSeconds(millis()), lastSeen);
      return new ExerciseResult.Cut(State.TIMED_OUT, millis(), tests, Output.NONE, report);
    }
    diedSilently = !heard;
    FailureReport report = CrashDiagnosis.ofSilence(worker.exitCode(), lastSeen);
    return new ExerciseResult.Cut(State.FAILED, millis(), tests, Output.NONE, report);
  }

  private long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
