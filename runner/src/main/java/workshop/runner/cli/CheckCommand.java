package workshop.runner.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import workshop.runner.course.Draft;
import workshop.runner.course.Exercise;
import workshop.runner.judge.BatchJudge;
import workshop.runner.judge.ExerciseResult;
import workshop.runner.judge.Submission;
import workshop.runner.ui.Json;
import workshop.runner.ui.Line;
import workshop.runner.ui.ResultView;
import workshop.runner.ui.Style;
import workshop.testkit.exercise.State;

/** Judges all exercises: the learner's files, or the solutions. */
final class CheckCommand implements Command {

  private static final int MOST_PARALLEL = 4;

  /** The report for programs. */
  private record Report(int total, long passed, List<JsonObject> exercises) {}

  @Override
  public int run(Workshop workshop, Arguments arguments) throws IOException, InterruptedException {
    boolean json = arguments.has("--json");
    List<Exercise> exercises = workshop.catalog().exercises();
    Tally tally = new Tally(workshop, exercises, json);
    if (arguments.has("--solutions")) {
      checkSolutions(workshop, tally);
    } else {
      checkDrafts(workshop, tally);
    }
    if (json) {
      var verdicts = exercises.stream().map(each -> Json.of(each, tally.result(each))).toList();
      workshop.printData(new Report(exercises.size(), tally.passed(), verdicts));
    } else {
      printSummary(workshop, exercises, tally);
    }
    return tally.passed() == exercises.size() ? PASSED : FAILED;
  }

  private static void checkSolutions(Workshop workshop, Tally tally)
      throws IOException, InterruptedException {
    List<Submission> submissions = new ArrayList<>();
    for (Exercise exercise : workshop.catalog().exercises()) {
      submissions.add(Submission.ofSolution(workshop.checkout(), exercise));
    }
    judge(workshop, submissions, tally);
  }

  private static void checkDrafts(Workshop workshop, Tally tally)
      throws IOException, InterruptedException {
    List<Submission> submissions = new ArrayList<>();
    Map<Exercise, Draft> drafts = new TreeMap<>(Comparator.comparing(Exercise::id));
    for (Exercise exercise : workshop.catalog().exercises()) {
      Draft draft = workshop.checkout().draft(exercise);
      if (draft.worthRunning()) {
        drafts.put(exercise, draft);
        submissions.add(Submission.ofDraft(exercise, draft.text()));
      } else {
        tally.add(exercise, new ExerciseResult.Untouched());
      }
    }
    judge(workshop, submissions, tally);
    workshop
        .progress()
        .update(before -> {
          var after = before;
          for (var draft : drafts.entrySet()) {
            State state = tally.result(draft.getKey()).state();
            after = after.after(draft.getKey().id(), state, draft.getValue().digest());
          }
          return after;
        });
  }

  private static void judge(Workshop workshop, List<Submission> submissions, Tally tally)
      throws IOException, InterruptedException {
    BatchJudge.judge(
        workshop.checkout(),
        workshop.build(),
        workshop.limits().toTheEnd(),
        Math.min(MOST_PARALLEL, Runtime.getRuntime().availableProcessors()),
        submissions,
        tally::add);
  }

  private static void printSummary(Workshop workshop, List<Exercise> exercises, Tally tally) {
    for (Exercise exercise : exercises) {
      ExerciseResult result = tally.result(exercise);
      if (result.state() != State.PASSED && result.state() != State.NOT_STARTED) {
        workshop.print(Line.EMPTY);
        workshop.print(ResultView.lines(exercise, result, workshop.width()));
      }
    }
    workshop.print(Line.EMPTY);
    workshop.print(Line.of(Style.STRONG, tally.passed() + " of " + exercises.size() + " passed"));
  }
}
