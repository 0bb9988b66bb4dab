package workshop.runner.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import workshop.runner.course.Exercise;
import workshop.runner.judge.CompileError;
import workshop.runner.judge.ExerciseResult;
import workshop.runner.worker.LearnersCode;
import workshop.runner.worker.Output;
import workshop.runner.worker.StackTraces;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.diagnosis.LearnerFrames;
import workshop.testkit.exercise.Contrast;
import workshop.testkit.exercise.RecordedRun;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;

/** Shows the result for a file: the first thing to fix on top, then the rest. */
public final class ResultView {

  private static final int PROBLEMS_SHOWN = 5;
  private static final int FRAMES_SHOWN = 3;
  private static final int OUTPUT_SHOWN = 12;
  private static final String TODO = "java.lang.UnsupportedOperationException: TODO(";

  private final Exercise exercise;
  private final int width;
  private final List<Line> lines = new ArrayList<>();

  private ResultView(Exercise exercise, int width) {
    this.exercise = exercise;
    this.width = width;
  }

  public static List<Line> lines(Exercise exercise, ExerciseResult result, int width) {
    ResultView view = new ResultView(exercise, width);
    view.show(result);
    return view.lines;
  }

  /** Returns the same lines without the exercise's name, for a screen that already shows it. */
  public static List<Line> body(Exercise exercise, ExerciseResult result, int width) {
    ResultView view = new ResultView(exercise, width);
    view.lines.add(Line.of("  ").plus(summary(result)));
    view.details(result);
    return view.lines;
  }

  /** Returns the tests of a run in progress, with the first failure on top if there is one. */
  public static List<Line> soFar(Exercise exercise, List<TestResult> tests, int width) {
    ResultView view = new ResultView(exercise, width);
    view.tests(tests);
    return view.lines;
  }

  /** Returns the verdict in one line. */
  public static Line headline(Exercise exercise, ExerciseResult result) {
    Line name = Line.of(Style.STRONG, exercise.id() + " " + exercise.title());
    return mark(result.state()).plus(" ").plus(name).plus("  ").plus(summary(result));
  }

  private void show(ExerciseResult result) {
    lines.addAll(Wrap.wrap(headline(exercise, result), width, "  "));
    details(result);
  }

  private void details(ExerciseResult result) {
    switch (result) {
      case ExerciseResult.Untouched() -> {}
      case ExerciseResult.Uncompiled uncompiled -> problems(uncompiled.problems());
      case ExerciseResult.Aborted aborted -> {
        lines.add(Line.EMPTY);
        add(FailureText.lines(aborted.report(), width - 2));
        if (!aborted.tests().isEmpty()) {
          lines.add(Line.EMPTY);
          list(aborted.tests());
        }
        output(aborted.output());
      }
      case ExerciseResult.Judged judged -> {
        // If all tests passed, their number says enough.
        if (judged.firstFailure().isPresent()) {
          tests(judged.tests());
        }
        judged.recorded().map(RecordedRun::contrast).ifPresent(this::contrast);
        notes(judged.notes());
        output(judged.output());
      }
    }
  }

  private static Line summary(ExerciseResult result) {
    long failed = result.tests().stream().filter(TestResult::failed).count();
    String time = duration(result.millis());
    return switch (result.state()) {
      case PASSED -> Line.of(Style.GOOD, "passed").plus(Style.FAINT, ", " + tests(result) + time);
      case FAILED ->
          Line.of(Style.BAD, failed == 0 ? "failed" : failed + " of " + tests(result) + " failed")
              .plus(Style.FAINT, time);
      case NOT_STARTED -> Line.of(Style.NOTE, "not started");
      case COMPILE_ERROR -> Line.of(Style.BAD, "does not compile").plus(Style.FAINT, time);
      case NO_TESTS -> Line.of(Style.BAD, "no test was run").plus(Style.FAINT, time);
      case TIMED_OUT -> Line.of(Style.BAD, "did not end").plus(Style.FAINT, time);
    };
  }

  private static String tests(ExerciseResult result) {
    int count = result.tests().size();
    return count + (count == 1 ? " test" : " tests");
  }

  private static String duration(long millis) {
    return millis < 10_000
        ? ", " + millis + " ms"
        : String.format(Locale.ROOT, ", %.1f s", millis / 1000.0);
  }

  static Line mark(State state) {
    return switch (state) {
      case PASSED -> Line.of(Style.GOOD, "✓");
      case NOT_STARTED -> Line.of(Style.FAINT, "○");
      case FAILED, COMPILE_ERROR, NO_TESTS, TIMED_OUT -> Line.of(Style.BAD, "✗");
    };
  }

  private void problems(List<CompileError> problems) {
    boolean inLearnersFile = problems.getFirst().file().equals(exercise.file());
    boolean inSuite = problems.getFirst().file().equals(exercise.suiteFile());
    // A mistake in the learner's file causes errors elsewhere, which would only hide it. And a
    // suite that no longer fits reports the same error again and again.
    List<CompileError> shown =
        problems.stream()
            .filter(p -> !inLearnersFile || p.file().equals(exercise.file()))
            .limit(inSuite ? 1 : problems.size())
            .toList();
    if (inSuite) {
      lines.add(Line.EMPTY);
      add(
          Wrap.wrap(
              "Your file compiles, but the tests can no longer use it: a name, a parameter or a"
                  + " result type differs from the starter. Compare your file with "
                  + exercise.starter()
                  + ".",
              width - 2));
    }
    shown.stream().limit(PROBLEMS_SHOWN).forEach(this::problem);
    if (shown.size() > PROBLEMS_SHOWN) {
      lines.add(Line.EMPTY);
      lines.add(Line.of(Style.FAINT, "  and " + (shown.size() - PROBLEMS_SHOWN) + " more"));
    }
  }

  private void problem(CompileError problem) {
    lines.add(Line.EMPTY);
    if (!problem.file().isEmpty()) {
      String place = problem.file() + (problem.line() > 0 ? ":" + problem.line() : "");
      lines.add(Line.of("  ").plusLink(Style.CODE, place, problem.file()));
    }
    if (!problem.source().isBlank()) {
      source(problem.source().replace('\t', ' '), Math.max(0, (int) problem.column() - 1));
    }
    problem.message().lines().forEach(l -> add(Wrap.wrap(l, width - 2)));
  }

  /** Shows the part of a line around the caret, so that the caret of a long line stays visible. */
  private void source(String source, int caret) {
    int indent = source.length() - source.stripLeading().length();
    int room = Math.max(20, width - 4);
    int from = Math.min(indent, caret);
    if (source.length() - from > room && caret - from > room * 2 / 3) {
      from = Math.min(caret - room / 2, source.length() - room);
    }
    String part = source.substring(from);
    if (from > indent) {
      part = "…" + part.substring(1);
    }
    lines.add(Line.of("    ").plus(Line.of(part).clipped(room)));
    lines.add(Line.of(Style.BAD, "    " + " ".repeat(caret - from) + "^"));
  }

  /** Shows the first failure, if there is one, and then the other tests. */
  private void tests(List<TestResult> tests) {
    Optional<TestResult> first = tests.stream().filter(TestResult::failed).findFirst();
    first.ifPresent(this::failure);
    List<TestResult> others = new ArrayList<>(tests);
    first.ifPresent(others::remove);
    if (first.isPresent() && !others.isEmpty()) {
      lines.add(Line.EMPTY);
      lines.add(Line.of(Style.FAINT, "  The other tests"));
    }
    list(others);
  }

  private void failure(TestResult failure) {
    lines.add(Line.EMPTY);
    add(Wrap.wrap(Line.of(Style.BAD, "✗ ").plus(Style.STRONG, failure.name()), width - 2, "  "));
    lines.add(Line.EMPTY);
    FailureReport report = failure.report();
    if (report != null) {
      add(FailureText.lines(report, width - 2));
      return;
    }
    String message = Optional.ofNullable(failure.message()).orElse("The test gave no reason.");
    if (message.startsWith(TODO)) {
      add(Wrap.wrap("Still to do: " + message.substring(TODO.length() - 5), width - 4));
    } else {
      message.lines().forEach(line -> add(Wrap.wrap(line, width - 2)));
    }
    learnersFrames(failure).stream().limit(FRAMES_SHOWN).forEach(this::frame);
  }

  private List<StackTraceElement> learnersFrames(TestResult failure) {
    return Optional.ofNullable(failure.trace()).map(StackTraces::parse).orElse(List.of()).stream()
        .filter(new LearnersCode(exercise.suiteFiles())::contains)
        .distinct()
        .toList();
  }

  private void frame(StackTraceElement frame) {
    String link = frame.getFileName().equals(exercise.page().file()) ? exercise.file() : "";
    lines.add(
        Line.of(Style.FAINT, "    at ")
            .plusLink(Style.CODE, LearnerFrames.place(frame), link)
            .plus(Style.FAINT, " in " + LearnerFrames.method(frame) + "()"));
  }

  private void list(List<TestResult> tests) {
    for (TestResult test : tests) {
      Line mark =
          switch (test.status()) {
            case PASSED -> Line.of(Style.GOOD, "✓ ");
            case FAILED -> Line.of(Style.BAD, "✗ ");
            case SKIPPED -> Line.of(Style.FAINT, "- ");
          };
      Line name = mark.plus(test.name());
      boolean reason = test.status() == TestResult.Status.SKIPPED && test.message() != null;
      Line line = reason ? name.plus(Style.FAINT, " (" + test.message() + ")") : name;
      add(Wrap.wrap(line, width - 2, "  "));
    }
  }

  private void contrast(Contrast contrast) {
    lines.add(Line.EMPTY);
    add(Wrap.wrap(contrast + ".", width - 2));
  }

  private void notes(List<String> notes) {
    for (String note : notes) {
      lines.add(Line.EMPTY);
      add(Wrap.wrap(Line.of(Style.NOTE, "! ").plus(note), width - 2, "  "));
    }
  }

  private void output(Output output) {
    if (output.isEmpty()) {
      return;
    }
    lines.add(Line.EMPTY);
    String count = output.lines() == 1 ? "one line" : output.lines() + " lines";
    lines.add(Line.of(Style.FAINT, "  Printed by your code: " + count));
    List<String> all = output.head().lines().toList();
    all.stream().limit(OUTPUT_SHOWN).forEach(this::printed);
    if (all.size() > OUTPUT_SHOWN || output.cut()) {
      List<String> end = output.cut() ? output.tail().lines().toList() : all;
      lines.add(Line.of(Style.FAINT, "  │ …"));
      printed(end.getLast());
    }
  }

  private void printed(String line) {
    // Control characters in the output of a learner's program must not move the cursor.
    String clean = line.replace("\t", "    ").replaceAll("\\p{Cntrl}", "?");
    lines.add(Line.of(Style.FAINT, "  │ ").plus(clean).clipped(width));
  }

  private void add(List<Line> more) {
    for (Line line : more) {
      lines.add(line.text().isBlank() ? Line.EMPTY : Line.of("  ").plus(line));
    }
  }
}
