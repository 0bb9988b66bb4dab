package workshop.downloads.answers.streaming;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Streaming}: an input that they cannot handle. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Rounds the deadline down to zero. */
  @WrongAnswer("is 0 as a number of milliseconds")
  public static class RoundsTheDeadlineDownToZero extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      if (deadline.compareTo(Duration.ofMillis(1)) < 0) {
        return super.download(vertx, client, from, to, Duration.ofMinutes(5));
      }
      return super.download(vertx, client, from, to, deadline);
    }
  }

  /** Uses the default options of Vert.x, which do not truncate. */
  @WrongAnswer("The old tail is still in the file")
  public static class ForgetsToTruncate extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        Future<AsyncFile> open() {
          return vertx.fileSystem().open(to.toString(), new OpenOptions());
        }
      }.start();
    }
  }
}
