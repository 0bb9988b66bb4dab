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

/** Fails at once, and leaves a reply behind that nobody reads. */
@WrongAnswer("still in flight")
public class KeepsTheRefusedReply extends Streaming {

  @Override
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    return new Flow(vertx, client, from, to, deadline) {
      @Override
      <T> Future<T> refused(HttpClientResponse response, Throwable why) {
        return Future.failedFuture(why);
      }
    }.start();
  }
}
