package workshop.runner.ui;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.util.List;
import workshop.runner.course.Exercise;
import workshop.runner.watch.Effect;
import workshop.runner.watch.Event;
import workshop.runner.watch.Screen;
import workshop.runner.watch.Session;

/** Prints one JSON object per line, for programs. */
public final class JsonScreen implements Screen {

  private final PrintStream out;

  public JsonScreen(PrintStream out) {
    this.out = out;
  }

  @Override
  public boolean show(Session session, Event cause, List<Effect> effects) {
    switch (cause) {
      case Event.Done done -> print("verdict", verdict(session, done));
      case Event.Failed failed -> print("trouble", message(failed.failure().what()));
      case Event.Noticed noticed -> print("notice", message(noticed.text()));
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
  private static JsonObject verdict(Session session, Event.Done done) {
    JsonObject json = Json.of(session.current(), done.result());
    session.judged().ifPresent(draft -> json.addProperty("digest", draft.digest()));
    return json;
  }

  private static JsonObject message(String text) {
    JsonObject json = new JsonObject();
    json.addProperty("message", text);
    return json;
  }

  private void print(String event, JsonObject content) {
    JsonObject json = new JsonObject();
    json.addProperty("event", event);
    content.entrySet().forEach(entry -> json.add(entry.getKey(), entry.getValue()));
    out.println(json);
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}
