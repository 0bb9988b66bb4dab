package workshop.downloads.answers;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.downloads.Checksum;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;

/**
 * A download by way of a temporary file whose every part can be got wrong. As it is, it is right.
 */
class Parts {

  final HttpClient client;
  final URI from;
  final Path to;
  final Executor worker;
  final OneByOne delivery = new OneByOne();

  Parts(HttpClient client, URI from, Path to, Executor worker) {
    this.client = client;
    this.from = from;
    this.to = to;
    this.worker = worker;
  }

  CompletableFuture<Path> start() {
    Path part = part();
    CompletableFuture<HttpResponse<Path>> exchange =
        client.sendAsync(HttpRequest.newBuilder(from).build(), delivery.into(part));
    CompletableFuture<Path> result = result(exchange);
    exchange
        .thenAcceptAsync(this::keep, worker)
        .whenCompleteAsync(
            (_, why) -> {
              if (why == null) {
                result.complete(to);
              } else {
                cleanUp(part, why);
                result.completeExceptionally(Failure.naming(from, why));
              }
            },
            worker);
    return result;
  }

  CompletableFuture<Path> result(CompletableFuture<?> exchange) {
    return new CompletableFuture<>() {
      @Override
      public boolean cancel(boolean mayInterruptIfRunning) {
        return exchange.cancel(true);
      }
    };
  }

  Path part() {
    return to.resolveSibling(to.getFileName() + "." + UUID.randomUUID() + ".part");
  }

  void keep(HttpResponse<Path> response) {
    try {
      delivery.check(response);
      verifyAndMove(response);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  void verifyAndMove(HttpResponse<Path> response) throws IOException {
    Checksum.verify(response);
    Files.move(response.body(), to, ATOMIC_MOVE);
  }

  void cleanUp(Path part, Throwable why) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }
}
