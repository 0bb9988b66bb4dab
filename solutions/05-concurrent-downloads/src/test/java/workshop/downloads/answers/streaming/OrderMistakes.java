package workshop.downloads.answers.streaming;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Streaming} that do two steps in the wrong order, or at the same time. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Opens the file before it attaches a handler to the body. */
  @WrongAnswer("The response had no handler yet")
  public static class ListensTooLate extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
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

  /** Starts the deadline only when there is a connection. */
  @WrongAnswer("still waiting for a connection")
  public static class StartsTheDeadlineTooLate extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        RequestOptions options() {
          return new RequestOptions().setAbsoluteURI(from.toString());
        }
      }.start();
    }
  }

  /** Starts the deadline with the reply, which may never come. */
  @WrongAnswer("The server sent no reply. The deadline of 50 ms has passed")
  public static class StartsTheDeadlineWithTheReply extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        Future<Void> send(HttpClientRequest request) {
          TimeoutException late = new TimeoutException("not complete after " + deadline);
          return request
              .send()
              .compose(response -> {
                long alarm = vertx.setTimer(left(), _ -> request.reset(0x8, late));
                return store(response).onComplete(_ -> vertx.cancelTimer(alarm));
              });
        }
      }.start();
    }
  }
}
