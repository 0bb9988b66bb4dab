package workshop.runner.ui;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import workshop.runner.course.Exercise;
import workshop.runner.judge.ExerciseResult;
import workshop.runner.watch.Effect;
import workshop.runner.watch.Event;
import workshop.runner.watch.Screen;
import workshop.runner.watch.Session;

/** Prints one JSON object per line, for programs. */
public final class JsonScreen implements Screen {

  /** The output of this screen does not depend on the size. */
  private static final Event.Resized SIZE = new Event.Resized(100, 50);

  private final PrintStream out;

  public JsonScreen(PrintStream out) {
    this.out = out;
  }

  @Override
  public Event.Resized size() {
    return SIZE;
  }

  @Override
  public void start(Consumer<Event> events) {
    TypedLines.start(System.in, events);
  }

  @Override
  public boolean show(Session session, Event cause, List<Effect> effects) {
    switch (cause) {
      case Event.Done(_, ExerciseResult result) -> print("verdict", verdict(session, result));
      case Event.Failed(_, var failure) -> print("trouble", Map.of("message", failure.what()));
      case Event.Noticed(String text) -> print("notice", Map.of("message", text));
      default -> {}
    }
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.Open(Exercise exercise) -> print("opened", Json.of(session.status(exercise)));
        case Effect.Forget(Exercise exercise) -> print("reset", Json.of(session.status(exercise)));
        default -> {}
      }
    }
    return !out.checkError();
  }

  /** Adds the digest, which says which text was judged if saves follow each other quickly. */
  private static JsonObject verdict(Session session, ExerciseResult result) {
    JsonObject json = Json.of(session.current(), result);
    session.judged().ifPresent(draft -> json.addProperty("digest", draft.digest()));
    return json;
  }

  private void print(String event, Object content) {
    JsonObject json = new JsonObject();
    json.addProperty("event", event);
    Json.tree(content).getAsJsonObject().asMap().forEach(json::add);
    out.println(json);
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}
