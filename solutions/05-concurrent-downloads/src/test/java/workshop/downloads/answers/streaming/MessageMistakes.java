package workshop.downloads.answers.streaming;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Streaming} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Fails with an error that does not say which download failed. */
  @WrongAnswer("the error does not name the URL")
  public static class LosesTheUrl extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return super.download(vertx, client, from, to, deadline)
          .recover(why -> Future.failedFuture(new IOException("download failed", why.getCause())));
    }
  }
}
