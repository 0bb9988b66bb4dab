package workshop.runner.ui;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import workshop.runner.course.Exercise;
import workshop.runner.course.ExerciseStatus;
import workshop.runner.judge.ExerciseResult;
import workshop.testkit.exercise.Contrast;
import workshop.testkit.exercise.RecordedRun;
import workshop.testkit.exercise.TestResult;

/** The JSON for other programs. Its names and states are a contract: new ones may be added. */
public final class Json {

  /** Each name is always there, even if its value is null. */
  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private Json() {}

  /** Returns the JSON of a list, a record, a text or a number; returns JSON unchanged. */
  public static JsonElement tree(Object value) {
    return GSON.toJsonTree(value);
  }

  public static JsonObject of(ExerciseStatus status) {
    JsonObject json = header(status.exercise());
    json.addProperty("state", status.state().id());
    json.addProperty("edited", status.edited());
    json.addProperty("filled", status.filled());
    return json;
  }

  public static JsonObject of(Exercise exercise, ExerciseResult result) {
    JsonObject json = header(exercise);
    json.addProperty("state", result.state().id());
    json.addProperty("millis", result.millis());
    json.add("tests", tree(result.tests().stream().map(Json::test).toList()));
    switch (result) {
      case ExerciseResult.Untouched() ->
          json.addProperty("message", "The file is still the starter.");
      case ExerciseResult.Uncompiled uncompiled ->
          json.add("problems", tree(uncompiled.problems()));
      case ExerciseResult.Aborted aborted -> {
        json.addProperty("message", aborted.report().toString());
        json.add("failure", tree(aborted.report()));
      }
      case ExerciseResult.Judged judged -> {
        json.add("notes", tree(judged.notes()));
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

  private static JsonObject test(TestResult test) {
    JsonObject json = new JsonObject();
    json.addProperty("name", test.name());
    json.addProperty("status", test.status().id());
    json.addProperty("millis", test.millis());
    json.addProperty("message", test.message());
    if (test.report() != null) {
      json.add("failure", tree(test.report()));
    }
    return json;
  }

  private static JsonElement contrast(Contrast contrast) {
    JsonObject json = tree(contrast).getAsJsonObject();
    json.addProperty("ratio", contrast.ratio());
    return json;
  }
}
