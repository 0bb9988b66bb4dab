package workshop.downloads.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.WrongAnswer;

/** Closes the file whatever happens, and leaves it there. */
@WrongAnswer("Half a file was left")
public class LeavesHalfTheFile extends Streaming {

  @Override
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    return new Flow(vertx, client, from, to, deadline) {
      @Override
      Future<Void> remove() {
        return Future.succeededFuture();
      }
    }.start();
  }
}
