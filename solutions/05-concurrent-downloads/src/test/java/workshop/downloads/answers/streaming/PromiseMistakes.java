package workshop.downloads.answers.streaming;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Streaming} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Trusts the idle timeout of the request, which ends when the headers are there. */
  @WrongAnswer("the deadline of 200 ms has passed")
  public static class HasNoDeadline extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        Future<Void> send(HttpClientRequest request) {
          return request.idleTimeout(deadline.toMillis()).send().compose(this::store);
        }
      }.start();
    }
  }

  /** A client as it comes: five requests to one server, and the sixth waits. */
  @WrongAnswer("At most 5 requests were in flight at a time; 8 could have been")
  public static class UsesTheDefaultPoolSize extends Streaming {

    @Override
    public HttpClient client(Vertx vertx, int connections) {
      return vertx.createHttpClient();
    }
  }
}
