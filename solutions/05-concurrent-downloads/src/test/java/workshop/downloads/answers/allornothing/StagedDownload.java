package workshop.downloads.answers.allornothing;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.downloads.BodyFile;
import workshop.downloads.Checksum;
import workshop.downloads.Failure;
import workshop.downloads.Fsync;
import workshop.downloads.OneByOne;

/**
 * A download to a temporary file whose parts the wrong answers override. Without overrides, it is
 * right.
 */
class StagedDownload {

  final HttpClient client;
  final URI from;
  final Path to;
  final Executor worker;
  final OneByOne single = new OneByOne();
  final Path part;
  final BodyFile body;

  StagedDownload(HttpClient client, URI from, Path to, Executor worker) {
    this.client = client;
    this.from = from;
    this.to = to;
    this.worker = worker;
    this.part = part();
    this.body = new BodyFile(part);
  }

  CompletableFuture<Path> start() {
    CompletableFuture<HttpResponse<Path>> exchange =
        client.sendAsync(HttpRequest.newBuilder(from).build(), handler());
    CompletableFuture<Path> result = result(exchange);
    exchange
        .thenAcceptAsync(this::keep, worker)
        .whenCompleteAsync(
            (_, why) -> {
              if (why == null) {
                result.complete(to);
              } else {
                cleanUp(why);
                result.completeExceptionally(Failure.naming(from, why));
              }
            },
            worker)
        .exceptionally(why -> {
          refused(why, result);
          return null;
        });
    return result;
  }

  /** The worker was shut down. */
  void refused(Throwable why, CompletableFuture<Path> result) {
    if (!result.isDone()) {
      cleanUp(why);
      result.completeExceptionally(Failure.naming(from, why));
    }
  }

  CompletableFuture<Path> result(CompletableFuture<?> exchange) {
    return new CompletableFuture<>() {
      @Override
      public boolean cancel(boolean mayInterruptIfRunning) {
        return exchange.cancel(true);
      }
    };
  }

  BodyHandler<Path> handler() {
    return body.guard(single.into(part));
  }

  Path part() {
    return to.resolveSibling(to.getFileName() + "." + UUID.randomUUID() + ".part");
  }

  void keep(HttpResponse<Path> response) {
    try {
      single.check(response);
      verifyAndMove(response);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  void verifyAndMove(HttpResponse<Path> response) throws IOException {
    Checksum.verify(response);
    move(response.body());
  }

  void move(Path part) throws IOException {
    Fsync.file(part);
    Files.move(part, to, ATOMIC_MOVE);
    Fsync.directoryOf(to);
  }

  void cleanUp(Throwable why) {
    body.discardAfter(why);
  }
}
