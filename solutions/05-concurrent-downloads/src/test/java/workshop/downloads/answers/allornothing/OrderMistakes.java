package workshop.downloads.answers.allornothing;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.downloads.Checksum;
import workshop.downloads.Fsync;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link AllOrNothing} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Deletes the old file before the move. For a moment, or after a crash, there is no file. */
  @WrongAnswer("The file menu.bin was changed by DELETE")
  public static class DeletesTheOldFileFirst extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void verifyAndMove(HttpResponse<Path> response) throws IOException {
          Files.deleteIfExists(to);
          super.verifyAndMove(response);
        }
      }.start();
    }
  }

  /** Deletes the temporary file after a cancel, and the client opens it afterwards. */
  @WrongAnswer("The client opened the file after the cleanup")
  public static class DeletesInsteadOfDiscarding extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void cleanUp(Throwable why) {
          try {
            Files.deleteIfExists(part);
          } catch (IOException e) {
            why.addSuppressed(e);
          }
        }
      }.start();
    }
  }

  /** Moves the file first, and verifies it under its final name. */
  @WrongAnswer("The file was moved to its final name before it was verified")
  public static class MovesBeforeVerifying extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void verifyAndMove(HttpResponse<Path> response) throws IOException {
          Files.move(response.body(), to, ATOMIC_MOVE);
          if (response.headers().firstValue("Repr-Digest").isPresent()) {
            Files.copy(to, response.body());
            Checksum.verify(response);
            Files.delete(response.body());
          }
        }

        @Override
        void cleanUp(Throwable why) {
          super.cleanUp(why);
          try {
            Files.deleteIfExists(to);
          } catch (IOException e) {
            why.addSuppressed(e);
          }
        }
      }.start();
    }
  }

  /** Completes the result when the file is in place, before the directory is forced. */
  @WrongAnswer("The download succeeded before the disk had finished the last force")
  public static class EndsBeforeTheDirectoryIsForced extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        private CompletableFuture<Path> early;

        @Override
        CompletableFuture<Path> result(CompletableFuture<?> exchange) {
          early = super.result(exchange);
          return early;
        }

        @Override
        void move(Path part) throws IOException {
          Fsync.file(part);
          Files.move(part, to, ATOMIC_MOVE);
          early.complete(to);
          Fsync.directoryOf(to);
        }
      }.start();
    }
  }
}
