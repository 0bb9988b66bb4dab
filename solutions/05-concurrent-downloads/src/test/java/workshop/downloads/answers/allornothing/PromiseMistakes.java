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

  /** Copies the file to its final name, where other programs see it half done. */
  @WrongAnswer("The file menu.bin was changed by")
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

  /** Runs the last stage on the worker as well, which may be shut down. */
  @WrongAnswer("The worker was shut down in the middle of the download. The result never completed")
  public static class NeedsTheWorkerToFail extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void refused(Throwable why, CompletableFuture<Path> result) {}
      }.start();
    }
  }

  /** Makes a name that is unique for each thread, but a thread may begin two downloads. */
  @WrongAnswer("Both downloads wrote to the same temporary file")
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

  /** Deletes the temporary files of other downloads as well. */
  @WrongAnswer("deleted the other one's temporary file")
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

  /** Never forces the content. */
  @WrongAnswer("Nothing was forced between the last write and the move")
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

  /**
   * Moves without {@code ATOMIC_MOVE}, so the old file is removed before the new one is renamed.
   */
  @WrongAnswer("REPLACE_EXISTING removes the old file and then renames the new one")
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

  /** Lets all downloads of one target write to the same temporary file. */
  @WrongAnswer("Both downloads wrote to the same temporary file")
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

  /** Forces the content, but not the directory. */
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

  /** Treats a failed sync of the directory as a success, because the file is there. */
  @WrongAnswer("Syncing the directory failed, but the download succeeded")
  public static class HidesAFailedSync extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void move(Path file) throws IOException {
          Fsync.file(file);
          Files.move(file, to, ATOMIC_MOVE);
          try {
            Fsync.directoryOf(to);
          } catch (IOException ignored) {
            // the file is there
          }
        }
      }.start();
    }
  }

  /** Completes the result when it is canceled, and still moves the file. */
  @WrongAnswer("The result and the directory contradict each other")
  public static class MovesAfterTheCancel extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        CompletableFuture<Path> result(CompletableFuture<?> exchange) {
          return new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
              exchange.cancel(true);
              return super.cancel(true);
            }
          };
        }
      }.start();
    }
  }

  /** Ends the download after an exception, but loses an Error. */
  @WrongAnswer("The move threw an Error, and the result never completed")
  public static class LosesAnError extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void cleanUp(Throwable why) {
          if (workshop.downloads.Failure.cause(why) instanceof Error error) {
            throw error;
          }
          super.cleanUp(why);
        }
      }.start();
    }
  }

  /** Uses the system's directory for temporary files, which may be on another disk. */
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

  /** Does not pass on the failure of a canceled exchange, so the result never completes. */
  @WrongAnswer("The caller canceled the download, and the result never completed")
  public static class NeverEndsAfterACancel extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        CompletableFuture<Path> result(CompletableFuture<?> exchange) {
          return new CompletableFuture<>() {
            private volatile boolean canceled;

            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
              canceled = true;
              return exchange.cancel(true);
            }

            @Override
            public boolean completeExceptionally(Throwable why) {
              return !canceled && super.completeExceptionally(why);
            }
          };
        }
      }.start();
    }
  }

  /** Deletes the file if the sync of the directory fails. */
  @WrongAnswer("The file was moved, and then the sync failed. The directory now holds no file")
  public static class DeletesAfterAFailedSync extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void move(Path part) throws IOException {
          Fsync.file(part);
          Files.move(part, to, ATOMIC_MOVE);
          try {
            Fsync.directoryOf(to);
          } catch (IOException notSynced) {
            Files.delete(to);
            throw notSynced;
          }
        }
      }.start();
    }
  }

  /** Looks at the length on the thread that completes the exchange. */
  @WrongAnswer("The file was examined")
  public static class ChecksOnTheClientsThread extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      Executor lookFirst =
          task -> {
            Files.exists(to);
            worker.execute(task);
          };
      return new StagedDownload(client, from, to, lookFirst).start();
    }
  }
}
