package workshop.downloads.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.WrongAnswer;

/** Trusts the idle timeout of the request, which ends when the headers are there. */
@WrongAnswer("the deadline of 200 ms has passed")
public class HasNoDeadline extends Streaming {

  @Override
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    return new Flow(vertx, client, from, to, deadline) {
      @Override
      Future<Void> send(HttpClientRequest request) {
        return request.idleTimeout(deadline.toMillis()).send().compose(this::store);
      }
    }.start();
  }
}
