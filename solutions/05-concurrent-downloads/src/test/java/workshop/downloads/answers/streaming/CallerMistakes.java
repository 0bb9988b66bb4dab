package workshop.downloads.answers.streaming;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link Streaming} in which the wrong thread does the work, waits for it, or gets
 * the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Writes the file with {@code Files.write} on the event loop. */
  @WrongAnswer("you blocked the event loop")
  public static class BlocksTheEventLoop extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        Future<Void> store(HttpClientResponse response) {
          if (response.statusCode() != 200) {
            return refused(response, badStatus(response));
          }
          return response
              .body()
              .map(all -> {
                try {
                  Files.write(to, all.getBytes());
                  return null;
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
        }
      }.start();
    }
  }

  /** Deletes the file on the event loop. */
  @WrongAnswer("which is not a Vert.x worker")
  public static class DeletesOnTheEventLoop extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
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
}
