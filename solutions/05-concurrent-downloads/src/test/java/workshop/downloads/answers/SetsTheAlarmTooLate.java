package workshop.downloads.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.WrongAnswer;

/** Its clock runs from the request on; who waits for a place in the pool has no clock yet. */
@WrongAnswer("it waits for a place in the client's pool")
public class SetsTheAlarmTooLate extends Streaming {

  @Override
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    return new Flow(vertx, client, from, to, deadline) {
      @Override
      RequestOptions options() {
        return new RequestOptions().setAbsoluteURI(from.toString());
      }
    }.start();
  }
}
