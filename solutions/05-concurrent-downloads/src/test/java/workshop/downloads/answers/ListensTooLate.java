package workshop.downloads.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.WrongAnswer;

/** Opens the file first and listens then: what came meanwhile went to nobody. */
@WrongAnswer("No handler was there yet")
public class ListensTooLate extends Streaming {

  @Override
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    return new Flow(vertx, client, from, to, deadline) {
      @Override
      Future<Void> store(HttpClientResponse response) {
        if (response.statusCode() != 200) {
          return refused(response, badStatus(response));
        }
        return open().compose(response::pipeTo);
      }
    }.start();
  }
}
