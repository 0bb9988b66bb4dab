package workshop.downloads.answers.allornothing;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import workshop.downloads.AllOrNothing;
import workshop.downloads.BadStatus;
import workshop.downloads.Failure;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AllOrNothing} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Lets the worker check again and again whether the body has arrived. */
  @WrongAnswer("That is busy waiting")
  public static class PollsOnTheWorker extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      HttpRequest request = HttpRequest.newBuilder(from).build();
      return new StagedDownload(client, from, to, worker) {
        @Override
        CompletableFuture<Path> start() {
          CompletableFuture<HttpResponse<Path>> exchange = client.sendAsync(request, handler());
          CompletableFuture<Path> result = result(exchange);
          worker.execute(() -> {
            while (!exchange.isDone()) {
              LockSupport.parkNanos(1_000_000);
            }
            try {
              keep(exchange.join());
              result.complete(to);
            } catch (RuntimeException why) {
              cleanUp(why);
              result.completeExceptionally(workshop.downloads.Failure.naming(from, why));
            }
          });
          return result;
        }
      }.start();
    }
  }

  /** Cancels only the CompletableFuture, which completes it but does not stop the request. */
  @WrongAnswer("was canceled, but its request is still in flight")
  public static class CancelsTheFutureOnly extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        CompletableFuture<Path> result(CompletableFuture<?> exchange) {
          return new CompletableFuture<>();
        }
      }.start();
    }
  }

  /** Collects the body in memory and then writes the file. */
  @WrongAnswer("The body is collected in memory")
  public static class CollectsInMemory extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return client
          .sendAsync(HttpRequest.newBuilder(from).build(), BodyHandlers.ofByteArray())
          .thenApplyAsync(response -> store(response, to), worker)
          .exceptionally(why -> {
            throw new CompletionException(Failure.naming(from, why));
          });
    }

    private static Path store(HttpResponse<byte[]> response, Path to) {
      Path part = to.resolveSibling(to.getFileName() + "." + UUID.randomUUID() + ".part");
      try {
        if (response.statusCode() != 200) {
          throw BadStatus.of(response);
        }
        Files.write(part, response.body());
        return Files.move(part, to, ATOMIC_MOVE);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Leaves the temporary file behind after a failure. */
  @WrongAnswer("The directory now holds [menu.bin.")
  public static class LeavesTheTemporaryFile extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      return new StagedDownload(client, from, to, worker) {
        @Override
        void cleanUp(Throwable why) {}
      }.start();
    }
  }
}
