package workshop.downloads.answers.allornothing;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.downloads.Checksum;
import workshop.downloads.Fsync;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AllOrNothing} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** A copy takes its time, and everybody can watch. */
  @WrongAnswer("The name menu.bin was changed by")
  public static class CopiesIntoPlace extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void verifyAndMove(HttpResponse<Path> response) throws IOException {
          Checksum.verify(response);
          Files.copy(response.body(), to, REPLACE_EXISTING);
          Files.delete(response.body());
        }
      }.start();
    }
  }

  /** The last stage needs the worker, too. */
  @WrongAnswer("The worker was shut down in mid-download. The result never came")
  public static class NeedsTheWorkerToFail extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void refused(Throwable why, CompletableFuture<Path> result) {}
      }.start();
    }
  }

  /** Unique for each thread, and a thread may begin two downloads. */
  @WrongAnswer("They shared a temporary file")
  public static class NamesTheFileAfterTheThread extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        Path part() {
          return to.resolveSibling(
              to.getFileName() + "." + Thread.currentThread().threadId() + ".part");
        }
      }.start();
    }
  }

  /** Who cleans up thoroughly removes what belongs to the download beside, too. */
  @WrongAnswer("removed the temporary file of the other")
  public static class DeletesEveryPartFile extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void cleanUp(Throwable why) {
          try (DirectoryStream<Path> parts =
              Files.newDirectoryStream(
                  Objects.requireNonNull(to.getParent()), to.getFileName() + ".*.part")) {
            for (Path each : parts) {
              Files.deleteIfExists(each);
            }
          } catch (IOException e) {
            why.addSuppressed(e);
          }
        }
      }.start();
    }
  }

  /** The name is there in time, the content when the system likes. */
  @WrongAnswer("No force came between the last write and the move")
  public static class RenamesWithoutAForce extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void move(Path file) throws IOException {
          Files.move(file, to, ATOMIC_MOVE);
          Fsync.directoryOf(to);
        }
      }.start();
    }
  }

  /** Without ATOMIC_MOVE: what is there is removed, and then the new file renamed. */
  @WrongAnswer("REPLACE_EXISTING removes what is there and then renames")
  public static class ReplacesInTwoSteps extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void move(Path part) throws IOException {
          Fsync.file(part);
          Files.move(part, to, REPLACE_EXISTING);
        }
      }.start();
    }
  }

  /** The same temporary name for everybody who downloads this file. */
  @WrongAnswer("They shared a temporary file")
  public static class SharesOneTemporaryFile extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        Path part() {
          return to.resolveSibling(to.getFileName() + ".part");
        }
      }.start();
    }
  }

  /** The content is durable, and its name is not. */
  @WrongAnswer("its directory was not forced")
  public static class ForcesTheContentOnly extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void move(Path file) throws IOException {
          Fsync.file(file);
          Files.move(file, to, ATOMIC_MOVE);
        }
      }.start();
    }
  }

  /** Where temporary files belong; and where that is another disk, no move is one step. */
  @WrongAnswer("not in the target's directory")
  public static class UsesTheSystemsTemporaryDirectory extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        Path part() {
          return Path.of(System.getProperty("java.io.tmpdir")).resolve(UUID.randomUUID() + ".part");
        }
      }.start();
    }
  }
}
