package workshop.runner.command;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import workshop.runner.port.Screen;
import workshop.runner.watch.Event;
import workshop.runner.watch.Session;

/** One JSON object a line, for programs. */
final class JsonScreen implements Screen {

  private final PrintStream out;

  JsonScreen(PrintStream out) {
    this.out = out;
  }

  @Override
  public boolean show(Session session, Event cause) {
    switch (cause) {
      case Event.Opened opened -> print("opened", Json.of(session.standing(opened.exercise())));
      case Event.Done done -> print("verdict", verdict(session, done));
      case Event.Failed failed -> print("trouble", message(failed.trouble().what()));
      case Event.Noticed noticed -> print("notice", message(noticed.text()));
      case Event.WasReset reset -> print("reset", Json.of(session.standing(session.current())));
      case Event.Reread _, Event.Saved _, Event.Pressed _, Event.TestEnded _, Event.Compiled _ -> {}
      case Event.Compared _, Event.Passed _, Event.Resized _ -> {}
    }
    return !out.checkError();
  }

  /** Whoever saves quickly wants to know which text the verdict is about. */
  private static JsonObject verdict(Session session, Event.Done done) {
    JsonObject json = Json.of(session.current(), done.outcome());
    session.judged().ifPresent(source -> json.addProperty("digest", source.digest()));
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
