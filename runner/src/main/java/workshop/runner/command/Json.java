package workshop.runner.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import workshop.runner.core.Exercise;
import workshop.runner.core.Outcome;
import workshop.runner.core.Problem;
import workshop.runner.core.Standing;
import workshop.testkit.exercise.TestResult;

/** What programs are told: names and states here are a contract, and only grow. */
final class Json {

  private Json() {}

  static JsonObject of(Standing standing) {
    Exercise exercise = standing.exercise();
    JsonObject json = header(exercise);
    json.addProperty("state", standing.state().id());
    json.addProperty("edited", standing.edited());
    json.addProperty("filled", standing.filled());
    return json;
  }

  static JsonObject of(Exercise exercise, Outcome outcome) {
    JsonObject json = header(exercise);
    json.addProperty("state", outcome.state().id());
    json.addProperty("millis", outcome.millis());
    json.add("tests", tests(outcome.tests()));
    switch (outcome) {
      case Outcome.Untouched() -> json.addProperty("message", "The file is still the starter.");
      case Outcome.Uncompiled uncompiled -> json.add("problems", problems(uncompiled.problems()));
      case Outcome.Cut cut -> json.addProperty("message", cut.message());
      case Outcome.Judged judged -> {
        JsonArray notes = new JsonArray();
        judged.notes().forEach(notes::add);
        json.add("notes", notes);
      }
    }
    return json;
  }

  private static JsonObject header(Exercise exercise) {
    JsonObject json = new JsonObject();
    json.addProperty("id", exercise.id().toString());
    json.addProperty("title", exercise.title());
    json.addProperty("module", exercise.module());
    json.addProperty("minutes", exercise.page().minutes());
    json.addProperty("file", exercise.file());
    return json;
  }

  private static JsonArray tests(List<TestResult> tests) {
    JsonArray array = new JsonArray();
    for (TestResult test : tests) {
      JsonObject json = new JsonObject();
      json.addProperty("name", test.name());
      json.addProperty("status", test.status().id());
      json.addProperty("millis", test.millis());
      json.addProperty("message", test.message());
      array.add(json);
    }
    return array;
  }

  private static JsonArray problems(List<Problem> problems) {
    JsonArray array = new JsonArray();
    for (Problem problem : problems) {
      JsonObject json = new JsonObject();
      json.addProperty("file", problem.file());
      json.addProperty("line", problem.line());
      json.addProperty("column", problem.column());
      json.addProperty("message", problem.message());
      array.add(json);
    }
    return array;
  }
}
