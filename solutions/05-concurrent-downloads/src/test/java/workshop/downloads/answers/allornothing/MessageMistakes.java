package workshop.downloads.answers.allornothing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AllOrNothing} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Verifies the checksum and never checks the status. */
  @WrongAnswer("cannot see the reason, which was: 404")
  public static class SkipsTheCheck extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void keep(HttpResponse<Path> response) {
          try {
            verifyAndMove(response);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        }
      }.start();
    }
  }
}
