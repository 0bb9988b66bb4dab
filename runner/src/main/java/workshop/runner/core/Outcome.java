package workshop.runner.core;

import java.util.List;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;

/** What judging a file led to. */
public sealed interface Outcome {

  /** How the exercise stands after this. */
  State state();

  /** From the start of the compiler to the last word of the suite. */
  long millis();

  /** The tests that ended, in order; none when it did not come so far. */
  List<TestResult> tests();

  /** What the code printed. */
  Output output();

  /** The file is still the starter; nothing was run. */
  record Untouched() implements Outcome {
    @Override
    public State state() {
      return State.NOT_STARTED;
    }

    @Override
    public long millis() {
      return 0;
    }

    @Override
    public List<TestResult> tests() {
      return List.of();
    }

    @Override
    public Output output() {
      return Output.NONE;
    }
  }

  /**
   * It does not compile.
   *
   * @param problems those in the learner's file first; never empty
   */
  record Uncompiled(List<Problem> problems, long millis) implements Outcome {
    public Uncompiled {
      problems = List.copyOf(problems);
    }

    @Override
    public State state() {
      return State.COMPILE_ERROR;
    }

    @Override
    public List<TestResult> tests() {
      return List.of();
    }

    @Override
    public Output output() {
      return Output.NONE;
    }
  }

  /**
   * The suite ran to its end.
   *
   * @param notes what else is worth knowing, such as a thread left running
   */
  record Judged(State state, long millis, List<TestResult> tests, Output output, List<String> notes)
      implements Outcome {
    public Judged {
      tests = List.copyOf(tests);
      notes = List.copyOf(notes);
    }
  }

  /**
   * The suite did not end: it was stopped at a deadline or by the learner, or the code ended the
   * whole JVM.
   *
   * @param message tells why, in the three parts of a failure
   */
  record Cut(State state, long millis, List<TestResult> tests, Output output, String message)
      implements Outcome {
    public Cut {
      tests = List.copyOf(tests);
    }
  }
}
