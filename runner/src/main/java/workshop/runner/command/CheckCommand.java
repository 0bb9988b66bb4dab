package workshop.runner.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import workshop.runner.checkout.Checkout;
import workshop.runner.core.Exercise;
import workshop.runner.core.Outcome;
import workshop.runner.core.Source;
import workshop.runner.engine.Round;
import workshop.runner.port.Tests.Subject;
import workshop.runner.view.Line;
import workshop.runner.view.OutcomeView;
import workshop.runner.view.Style;
import workshop.testkit.exercise.State;

/** Judges everything: a learner's files, or the solutions. */
final class CheckCommand implements Command {

  private static final int MOST_LANES = 4;

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
      workshop.printData(report(exercises, tally));
    } else {
      printSummary(workshop, exercises, tally);
    }
    return tally.passed() == exercises.size() ? PASSED : FAILED;
  }

  private static void checkSolutions(Workshop workshop, Tally tally)
      throws IOException, InterruptedException {
    List<Round.Entry> entries =
        workshop.catalog().exercises().stream()
            .map(e -> new Round.Entry(e, new Subject.Solution()))
            .toList();
    judge(workshop, entries, tally);
  }

  private static void checkDrafts(Workshop workshop, Tally tally)
      throws IOException, InterruptedException {
    Checkout checkout = workshop.checkout();
    List<Round.Entry> entries = new ArrayList<>();
    Map<Exercise, Source> sources = new TreeMap<>(Comparator.comparing(Exercise::id));
    for (Exercise exercise : workshop.catalog().exercises()) {
      Source found = checkout.source(exercise);
      if (found.missing() || !found.worthRunning()) {
        tally.add(exercise, new Outcome.Untouched());
      } else {
        String text = checkout.text(exercise.file());
        sources.put(exercise, Checkout.source(text, checkout.text(exercise.starter())));
        entries.add(new Round.Entry(exercise, new Subject.Draft(text)));
      }
    }
    judge(workshop, entries, tally);
    workshop
        .progress()
        .update(before -> {
          var after = before;
          for (var source : sources.entrySet()) {
            State state = tally.outcome(source.getKey()).state();
            after = after.after(source.getKey().id(), state, source.getValue().digest());
          }
          return after;
        });
  }

  private static void judge(Workshop workshop, List<Round.Entry> entries, Tally tally)
      throws IOException, InterruptedException {
    Round.judge(
        workshop.checkout(),
        workshop.equipment(),
        workshop.limits().toTheEnd(),
        Math.min(MOST_LANES, Runtime.getRuntime().availableProcessors()),
        entries,
        (entry, outcome) -> tally.add(entry.exercise(), outcome));
  }

  private static void printSummary(Workshop workshop, List<Exercise> exercises, Tally tally) {
    for (Exercise exercise : exercises) {
      Outcome outcome = tally.outcome(exercise);
      if (outcome.state() != State.PASSED && outcome.state() != State.NOT_STARTED) {
        workshop.print(Line.EMPTY);
        workshop.print(OutcomeView.lines(exercise, outcome, workshop.width()));
      }
    }
    workshop.print(Line.EMPTY);
    workshop.print(Line.of(Style.STRONG, tally.passed() + " of " + exercises.size() + " passed"));
  }

  private static JsonObject report(List<Exercise> exercises, Tally tally) {
    JsonObject report = new JsonObject();
    report.addProperty("total", exercises.size());
    report.addProperty("passed", tally.passed());
    JsonArray array = new JsonArray();
    exercises.forEach(exercise -> array.add(Json.of(exercise, tally.outcome(exercise))));
    report.add("exercises", array);
    return report;
  }
}
