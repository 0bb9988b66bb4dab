package workshop.downloads.answers.streaming;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.streams.Pipe;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Streaming} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Reports success at the end of the body, before the file is closed. */
  @WrongAnswer("while its file was still being closed")
  public static class CompletesBeforeTheClose extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        Future<Void> store(HttpClientResponse response) {
          if (response.statusCode() != 200) {
            return refused(response, badStatus(response));
          }
          Pipe<Buffer> body = response.pipe();
          return open()
              .compose(file -> {
                body.to(file);
                return response.end();
              });
        }
      }.start();
    }
  }

  /** Fails before the deletion of the file has ended. */
  @WrongAnswer("The download reported its failure while its file was being deleted")
  public static class DeletesWithoutWaiting extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        Future<Void> remove() {
          super.remove();
          return Future.succeededFuture();
        }
      }.start();
    }
  }
}
