package workshop.runner.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import workshop.runner.checkout.Checkout;
import workshop.runner.core.Exercise;
import workshop.runner.core.ExerciseId;
import workshop.runner.core.Outcome;
import workshop.runner.core.Source;
import workshop.runner.engine.Round;
import workshop.runner.port.Tests.Subject;
import workshop.runner.view.Line;
import workshop.runner.view.OutcomeView;
import workshop.runner.view.Style;
import workshop.testkit.judge.State;

/** Judges everything: a learner's files, or the solutions. */
final class CheckCommand implements Command {

  private static final int MOST_LANES = 4;

  private final Map<ExerciseId, Outcome> outcomes = new TreeMap<>();

  @Override
  public int run(Workshop workshop, List<String> typed) throws IOException, InterruptedException {
    Arguments arguments = Arguments.parse("check", typed, 0, List.of("--solutions", "--json"));
    boolean json = arguments.has("--json");
    if (arguments.has("--solutions")) {
      checkSolutions(workshop, json);
    } else {
      checkDrafts(workshop, json);
    }
    List<Exercise> exercises = workshop.catalog().exercises();
    if (json) {
      workshop.printData(report(exercises));
    } else {
      printSummary(workshop, exercises);
    }
    return passed() == exercises.size() ? PASSED : FAILED;
  }

  private void checkSolutions(Workshop workshop, boolean quiet)
      throws IOException, InterruptedException {
    List<Round.Entry> entries =
        workshop.catalog().exercises().stream()
            .map(e -> new Round.Entry(e, new Subject.Solution()))
            .toList();
    judge(workshop, entries, quiet);
  }

  private void checkDrafts(Workshop workshop, boolean quiet)
      throws IOException, InterruptedException {
    Checkout checkout = workshop.checkout();
    List<Round.Entry> entries = new ArrayList<>();
    Map<ExerciseId, Source> sources = new TreeMap<>();
    for (Exercise exercise : workshop.catalog().exercises()) {
      Source found = checkout.source(exercise);
      if (found.missing() || !found.worthRunning()) {
        outcomes.put(exercise.id(), new Outcome.Untouched());
      } else {
        String text = checkout.text(exercise.file());
        sources.put(exercise.id(), Checkout.source(text, checkout.text(exercise.starter())));
        entries.add(new Round.Entry(exercise, new Subject.Draft(text)));
      }
    }
    judge(workshop, entries, quiet);
    workshop
        .progress()
        .update(before -> {
          var after = before;
          for (var source : sources.entrySet()) {
            State state = outcomes.getOrDefault(source.getKey(), new Outcome.Untouched()).state();
            after = after.after(source.getKey(), state, source.getValue().digest());
          }
          return after;
        });
  }

  private void judge(Workshop workshop, List<Round.Entry> entries, boolean quiet)
      throws IOException, InterruptedException {
    int lanes = Math.min(MOST_LANES, Runtime.getRuntime().availableProcessors());
    Round.judge(
        workshop.checkout(),
        workshop.equipment(),
        workshop.limits().toTheEnd(),
        lanes,
        entries,
        (entry, outcome) -> {
          outcomes.put(entry.exercise().id(), outcome);
          if (!quiet) {
            workshop.print(OutcomeView.headline(entry.exercise(), outcome));
          }
        });
  }

  private void printSummary(Workshop workshop, List<Exercise> exercises) {
    for (Exercise exercise : exercises) {
      Outcome outcome = outcome(exercise);
      if (outcome.state() == State.NOT_STARTED) {
        workshop.print(OutcomeView.headline(exercise, outcome));
      }
    }
    for (Exercise exercise : exercises) {
      Outcome outcome = outcome(exercise);
      if (outcome.state() != State.PASSED && outcome.state() != State.NOT_STARTED) {
        workshop.print(Line.EMPTY);
        workshop.print(OutcomeView.lines(exercise, outcome, workshop.width()));
      }
    }
    workshop.print(Line.EMPTY);
    workshop.print(Line.of(Style.STRONG, passed() + " of " + exercises.size() + " passed"));
  }

  private JsonObject report(List<Exercise> exercises) {
    JsonObject report = new JsonObject();
    report.addProperty("total", exercises.size());
    report.addProperty("passed", passed());
    JsonArray array = new JsonArray();
    exercises.forEach(exercise -> array.add(Json.of(exercise, outcome(exercise))));
    report.add("exercises", array);
    return report;
  }

  private Outcome outcome(Exercise exercise) {
    return outcomes.getOrDefault(exercise.id(), new Outcome.Untouched());
  }

  private long passed() {
    return outcomes.values().stream().filter(o -> o.state() == State.PASSED).count();
  }
}
