package workshop.runner.ui;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import workshop.runner.course.Exercise;
import workshop.runner.course.ExerciseStatus;
import workshop.runner.judge.CompileError;
import workshop.runner.judge.ExerciseResult;
import workshop.testkit.exercise.Contrast;
import workshop.testkit.exercise.RecordedRun;
import workshop.testkit.exercise.TestResult;

/** The JSON for other programs. Its names and states are a contract: new ones may be added. */
public final class Json {

  private static final Gson GSON = new Gson();

  private Json() {}

  public static JsonObject of(ExerciseStatus status) {
    Exercise exercise = status.exercise();
    JsonObject json = header(exercise);
    json.addProperty("state", status.state().id());
    json.addProperty("edited", status.edited());
    json.addProperty("filled", status.filled());
    return json;
  }

  public static JsonObject of(Exercise exercise, ExerciseResult result) {
    JsonObject json = header(exercise);
    json.addProperty("state", result.state().id());
    json.addProperty("millis", result.millis());
    json.add("tests", tests(result.tests()));
    switch (result) {
      case ExerciseResult.Untouched() ->
          json.addProperty("message", "The file is still the starter.");
      case ExerciseResult.Uncompiled uncompiled ->
          json.add("problems", problems(uncompiled.problems()));
      case ExerciseResult.Cut cut -> {
        json.addProperty("message", cut.report().toString());
        json.add("failure", GSON.toJsonTree(cut.report()));
      }
      case ExerciseResult.Judged judged -> {
        JsonArray notes = new JsonArray();
        judged.notes().forEach(notes::add);
        json.add("notes", notes);
        judged
            .recorded()
            .map(RecordedRun::contrast)
            .ifPresent(contrast -> json.add("contrast", contrast(contrast)));
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
      if (test.report() != null) {
        json.add("failure", GSON.toJsonTree(test.report()));
      }
      array.add(json);
    }
    return array;
  }

  private static JsonObject contrast(Contrast contrast) {
    JsonObject json = new JsonObject();
    json.addProperty("unit", contrast.unit());
    json.addProperty("count", contrast.count());
    json.addProperty("latencyMillis", contrast.latencyMillis());
    json.addProperty("blockingNanos", contrast.blockingNanos());
    json.addProperty("programNanos", contrast.programNanos());
    json.addProperty("ratio", contrast.ratio());
    json.addProperty("callerFreeShare", contrast.callerFreeShare());
    return json;
  }

  private static JsonArray problems(List<CompileError> problems) {
    JsonArray array = new JsonArray();
    for (CompileError problem : problems) {
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
