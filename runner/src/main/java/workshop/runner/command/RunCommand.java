package workshop.runner.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import workshop.runner.core.Exercise;
import workshop.runner.core.Outcome;
import workshop.runner.engine.Engine;
import workshop.runner.view.Line;
import workshop.runner.view.OutcomeView;
import workshop.runner.view.PageView;
import workshop.runner.view.Style;
import workshop.testkit.exercise.State;

final class RunCommand implements Command {

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException, InterruptedException {
    Exercise exercise = workshop.exerciseOrCurrent(arguments.word());
    Judging.Judgment judgment = judge(workshop, exercise);
    Outcome outcome = judgment.outcome();
    if (arguments.has("--json")) {
      workshop.printData(Json.of(exercise, outcome));
    } else {
      workshop.print(lines(workshop, exercise, outcome));
    }
    String digest = judgment.source().digest();
    workshop.tryToRemember(p -> p.after(exercise.id(), outcome.state(), digest));
    return outcome.state() == State.PASSED ? PASSED : FAILED;
  }

  private static Judging.Judgment judge(Workshop workshop, Exercise exercise)
      throws IOException, InterruptedException {
    List<Engine> opened = new ArrayList<>();
    try {
      return Judging.ofDraft(
          workshop.checkout(),
          exercise,
          () -> {
            opened.add(workshop.engine());
            return opened.getFirst();
          });
    } finally {
      opened.forEach(Engine::close);
    }
  }

  /** All that is needed to go on: whoever has no terminal has only these lines. */
  private static List<Line> lines(Workshop workshop, Exercise exercise, Outcome outcome)
      throws IOException {
    int width = workshop.width();
    List<Line> lines = new ArrayList<>(OutcomeView.lines(exercise, outcome, width));
    lines.add(Line.EMPTY);
    if (outcome.state() == State.PASSED) {
      lines.addAll(PageView.after(exercise, width));
      lines.add(Line.EMPTY);
      Line next =
          workshop
              .catalog()
              .after(exercise.id())
              .map(RunCommand::next)
              .orElse(Line.of("That was the last exercise."));
      lines.addAll(workshop.surroundings().fitted(next));
    } else {
      // Below the verdict, whose first failure is what one wants to see first.
      lines.addAll(PageView.opening(exercise, width));
      lines.add(Line.EMPTY);
      lines.add(
          Line.of("Edit the file, save it, then: ")
              .plus(Style.CODE, "./workshop run " + exercise.id()));
      lines.add(Line.of("Stuck? ").plus(Style.CODE, "./workshop hint " + exercise.id()));
    }
    return lines;
  }

  private static Line next(Exercise next) {
    return Line.of("Next: " + next.id() + " " + next.title() + ". Its task: ")
        .plus(Style.CODE, "./workshop run " + next.id());
  }
}
