package workshop.downloads.answers.allornothing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import workshop.downloads.AllOrNothing;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AllOrNothing} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Treats an empty file as a failed download. */
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

  /** Makes the name of the temporary file from the target's parent, which may be null. */
  @WrongAnswer("has a path without a parent")
  public static class NeedsAParent extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        Path part() {
          return to.getParent().resolve(UUID.randomUUID() + ".part");
        }
      }.start();
    }
  }

  /** Names the temporary file by the time. */
  @WrongAnswer("The names of their temporary files differ only by the time")
  public static class NamesItsFileByTime extends AllOrNothing {

    private static final AtomicLong LAST = new AtomicLong();

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        Path part() {
          // Otherwise, two downloads in the same millisecond would fail, which is for another test.
          long now = System.currentTimeMillis();
          long next = LAST.updateAndGet(last -> Math.max(last + 1, now));
          return to.resolveSibling(to.getFileName() + "." + next + ".part");
        }
      }.start();
    }
  }
}
