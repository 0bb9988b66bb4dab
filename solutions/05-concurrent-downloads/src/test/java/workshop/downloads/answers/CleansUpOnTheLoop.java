package workshop.downloads.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.WrongAnswer;

/** A deletion is quick, as a rule. */
@WrongAnswer("which is not a worker of Vert.x")
public class CleansUpOnTheLoop extends Streaming {

  @Override
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    return new Flow(vertx, client, from, to, deadline) {
      @Override
      Future<Void> remove() {
        try {
          Files.delete(to);
          return Future.succeededFuture();
        } catch (IOException e) {
          return Future.failedFuture(e);
        }
      }
    }.start();
  }
}
