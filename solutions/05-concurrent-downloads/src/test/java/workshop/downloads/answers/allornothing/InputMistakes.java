package workshop.downloads.answers.allornothing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AllOrNothing}: an input that they cannot handle. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Takes an empty file for a failed download. */
  @WrongAnswer("The body was empty, and the download failed")
  public static class RefusesAnEmptyFile extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void verifyAndMove(HttpResponse<Path> response) throws IOException {
          if (Files.size(response.body()) == 0) {
            throw new IOException(response.uri() + ": empty");
          }
          super.verifyAndMove(response);
        }
      }.start();
    }
  }
}
