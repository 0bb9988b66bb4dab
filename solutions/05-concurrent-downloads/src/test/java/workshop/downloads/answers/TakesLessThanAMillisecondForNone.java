package workshop.downloads.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.WrongAnswer;

/** Rounds the deadline down. */
@WrongAnswer("0 means that there is no deadline")
public class TakesLessThanAMillisecondForNone extends Streaming {

  @Override
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    if (deadline.compareTo(Duration.ofMillis(1)) < 0) {
      return super.download(vertx, client, from, to, Duration.ofMinutes(5));
    }
    return super.download(vertx, client, from, to, deadline);
  }
}
