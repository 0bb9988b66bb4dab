package workshop.downloads.answers.allatonce;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.downloads.AllAtOnce;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AllAtOnce} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Fails with an error that does not say which download failed. */
  @WrongAnswer("the error does not name the URL")
  public static class LosesTheUrl extends AllAtOnce {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to) {
      return super.download(client, from, to)
          .exceptionally(why -> {
            throw new CompletionException(new IOException("download failed", why.getCause()));
          });
    }
  }
}
