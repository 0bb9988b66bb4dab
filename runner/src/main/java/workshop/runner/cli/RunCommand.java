package workshop.runner.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import workshop.runner.course.Draft;
import workshop.runner.course.Exercise;
import workshop.runner.course.WorkshopException;
import workshop.runner.judge.ExerciseResult;
import workshop.runner.judge.Submission;
import workshop.runner.judge.WarmJudge;
import workshop.runner.ui.Json;
import workshop.runner.ui.Line;
import workshop.runner.ui.PageView;
import workshop.runner.ui.ResultView;
import workshop.runner.ui.Style;
import workshop.testkit.exercise.State;

final class RunCommand implements Command {

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException, InterruptedException {
    Exercise exercise = workshop.exerciseOrCurrent(arguments.word());
    Draft draft = workshop.checkout().draft(exercise);
    if (draft.isMissing()) {
      throw missing(exercise);
    }
    ExerciseResult result =
        draft.worthRunning()
            ? judge(workshop, Submission.ofDraft(exercise, draft.text()))
            : new ExerciseResult.Untouched();
    if (arguments.has("--json")) {
      workshop.printData(Json.of(exercise, result));
    } else {
      workshop.print(lines(workshop, exercise, result));
    }
    workshop.tryToRemember(p -> p.after(exercise.id(), result.state(), draft.digest()));
    if (result.recorded().isPresent()) {
      workshop.timelines().save(exercise, result.recorded().get());
    }
    return result.state() == State.PASSED ? PASSED : FAILED;
  }

  static WorkshopException missing(Exercise exercise) {
    return new WorkshopException(
        exercise.file() + " is missing.",
        "./workshop reset " + exercise.id() + " restores the starter.");
  }

  /** Judges a submission and blocks until there is a result. */
  private static ExerciseResult judge(Workshop workshop, Submission submission)
      throws IOException, InterruptedException {
    try (WarmJudge judge = workshop.judge()) {
      return judge.start(submission, _ -> {}, _ -> {}).result().get();
    } catch (ExecutionException e) {
      throw WorkshopException.of(e.getCause());
    }
  }

  /** Returns everything that the learner needs next, because the output has no second page. */
  private static List<Line> lines(Workshop workshop, Exercise exercise, ExerciseResult result)
      throws IOException {
    int width = workshop.width();
    List<Line> lines = new ArrayList<>(ResultView.lines(exercise, result, width));
    lines.add(Line.EMPTY);
    if (result.state() == State.PASSED) {
      lines.addAll(PageView.after(exercise, width));
      lines.add(Line.EMPTY);
      Line next =
          workshop
              .catalog()
              .after(exercise.id())
              .map(RunCommand::next)
              .orElse(Line.of("That was the last exercise."));
      lines.addAll(workshop.environment().fitted(next));
    } else {
      // Below the verdict, because the learner looks for the first failure first.
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
