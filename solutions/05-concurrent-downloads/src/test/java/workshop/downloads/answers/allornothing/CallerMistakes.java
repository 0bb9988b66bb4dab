package workshop.downloads.answers.allornothing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.downloads.Failure;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link AllOrNothing} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Calls {@code createTempFile}, which creates the file on the caller's thread. */
  @WrongAnswer("you blocked the caller")
  public static class CreatesTheFileInTheCaller extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        Path part() {
          try {
            return Files.createTempFile(
                Objects.requireNonNull(to.getParent()), to.getFileName().toString(), ".part");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }.start();
    }
  }

  /**
   * Cleans up in {@code whenComplete} without Async, which runs on the thread that fails the
   * exchange.
   */
  @WrongAnswer("The file was deleted by the thread")
  public static class CleansUpOnTheClientsThread extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        CompletableFuture<Path> start() {
          CompletableFuture<HttpResponse<Path>> exchange =
              client.sendAsync(HttpRequest.newBuilder(from).build(), handler());
          CompletableFuture<Path> result = result(exchange);
          exchange
              .thenAcceptAsync(this::keep, worker)
              .whenComplete((_, why) -> {
                if (why == null) {
                  result.complete(to);
                } else {
                  cleanUp(why);
                  result.completeExceptionally(Failure.naming(from, why));
                }
              });
          return result;
        }
      }.start();
    }
  }

  /** Deletes the temporary file inside cancel(), on the caller's thread. */
  @WrongAnswer("The file was deleted by the thread")
  public static class DeletesInsideTheCancel extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        CompletableFuture<Path> result(CompletableFuture<?> exchange) {
          return new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
              boolean canceled = exchange.cancel(true);
              if (canceled) {
                cleanUp(new CancellationException());
              }
              return canceled;
            }
          };
        }
      }.start();
    }
  }

  /** Verifies and moves on the thread that has completed the exchange. */
  @WrongAnswer("The file was read for its checksum by the thread")
  public static class MovesOnTheClientsThread extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, Runnable::run).start();
    }
  }
}
