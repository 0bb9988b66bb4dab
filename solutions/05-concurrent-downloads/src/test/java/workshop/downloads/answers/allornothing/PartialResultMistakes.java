package workshop.downloads.answers.allornothing;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.downloads.BadStatus;
import workshop.downloads.Checksum;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AllOrNothing} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Checks the length, but not the checksum. */
  @WrongAnswer("as the Repr-Digest header shows. The download succeeded")
  public static class IgnoresTheChecksum extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void verifyAndMove(HttpResponse<Path> response) throws IOException {
          Files.move(response.body(), to, ATOMIC_MOVE);
        }
      }.start();
    }
  }

  /** Writes under the final name, where other programs see the file grow. */
  @WrongAnswer("Some of the body had arrived")
  public static class WritesUnderTheFinalName extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        Path part() {
          return to;
        }

        @Override
        void verifyAndMove(HttpResponse<Path> response) throws IOException {
          Checksum.verify(response);
        }
      }.start();
    }
  }

  /** Checks the status, and relies on the client for the length. */
  @WrongAnswer("Over HTTP/2, the body ended after 100000 bytes")
  public static class ChecksTheStatusOnly extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void keep(HttpResponse<Path> response) {
          try {
            if (response.statusCode() != 200) {
              throw BadStatus.of(response);
            }
            verifyAndMove(response);
          } catch (IOException notTheFile) {
            throw new CompletionException(notTheFile);
          }
        }
      }.start();
    }
  }
}
