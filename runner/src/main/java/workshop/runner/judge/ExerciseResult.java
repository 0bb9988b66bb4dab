package workshop.runner.judge;

import java.util.List;
import java.util.Optional;
import workshop.runner.worker.Output;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.exercise.RecordedRun;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;

/** The result of judging a file. */
public sealed interface ExerciseResult {

  /** Returns the state of the exercise after this result. */
  State state();

  /** Returns how long it took from the start of the compiler to the end of the suite. */
  default long millis() {
    return 0;
  }

  /** Returns the tests that ended, in order; none if the suite did not start. */
  default List<TestResult> tests() {
    return List.of();
  }

  /** Returns what the code printed. */
  default Output output() {
    return Output.NONE;
  }

  /** Returns the first test that failed, if the suite ran to its end. */
  default Optional<TestResult> firstFailure() {
    return this instanceof Aborted
        ? Optional.empty()
        : tests().stream().filter(TestResult::failed).findFirst();
  }

  /** Returns the run for the timeline, if one was recorded. */
  default Optional<RecordedRun> recorded() {
    return Optional.empty();
  }

  /** Returns the report on the first failure; empty if there is none, or only a message. */
  default Optional<FailureReport> mainReport() {
    return this instanceof Aborted aborted
        ? Optional.of(aborted.report())
        : firstFailure().map(TestResult::report);
  }

  /** Returns the evidence for the first failure, such as disk operations. */
  default List<FailureReport.Evidence> evidence() {
    return mainReport().map(FailureReport::evidence).orElse(List.of());
  }

  /** Returns the most important sentence on a failure; empty if there is none. */
  default Optional<String> mainMessage() {
    return mainReport()
        .map(FailureReport::observed)
        .or(() -> firstFailure().map(failure -> String.valueOf(failure.message())));
  }

  /** The file is still the starter; nothing was run. */
  record Untouched() implements ExerciseResult {
    @Override
    public State state() {
      return State.NOT_STARTED;
    }
  }

  /**
   * The file or its suite does not compile.
   *
   * @param problems those in the learner's file first; never empty
   */
  record Uncompiled(List<CompileError> problems, long millis) implements ExerciseResult {
    public Uncompiled {
      problems = List.copyOf(problems);
    }

    @Override
    public State state() {
      return State.COMPILE_ERROR;
    }
  }

  /**
   * The suite ran to its end.
   *
   * @param notes further remarks, such as one about a thread that is still running
   * @param recorded the run for the timeline
   */
  record Judged(
      State state,
      long millis,
      List<TestResult> tests,
      Output output,
      List<String> notes,
      Optional<RecordedRun> recorded)
      implements ExerciseResult {
    public Judged {
      tests = List.copyOf(tests);
      notes = List.copyOf(notes);
    }
  }

  /**
   * The suite did not end: it was stopped at a deadline or by the learner, or the code ended the
   * whole JVM.
   *
   * @param report why
   */
  record Aborted(
      State state, long millis, List<TestResult> tests, Output output, FailureReport report)
      implements ExerciseResult {
    public Aborted {
      tests = List.copyOf(tests);
    }
  }
}
