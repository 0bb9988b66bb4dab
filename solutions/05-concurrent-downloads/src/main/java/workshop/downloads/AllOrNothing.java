package workshop.downloads;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Deliveries go to the back door first, where they are unpacked, counted and checked. Only a
 * complete delivery gets its place on the shelf, so no shelf is ever half full.
 *
 * <p>Download to a file with another name in the same directory, and rename it. Use your {@link
 * OneByOne#into} and {@link OneByOne#check}; {@link BodyFile}, {@link Checksum} and {@link Fsync}
 * are given. The suite watches the directory all the time, and makes each step fail once.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class AllOrNothing {

  /**
   * Begins a download and returns at once. Two downloads may have the same target: it then holds
   * one complete file, from one of the two downloads.
   *
   * @param worker runs the work on files that the client does not do: verify, sync, rename, delete
   * @return {@code to} when the whole file is there and durable. Fails with an {@link IOException}
   *     that names the URL and the reason, or with a {@link CancellationException} if it was
   *     canceled; {@code to} is then as it was before, the request has ended, and no other file is
   *     left
   * @throws IllegalArgumentException if {@code from} is not an http or https URL
   */
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    // In the same directory, because a rename is one step only there; a new name each time.
    Path part = to.resolveSibling(to.getFileName() + "." + UUID.randomUUID() + ".part");
    BodyFile body = new BodyFile(part);
    CompletableFuture<HttpResponse<Path>> exchange =
        client.sendAsync(
            HttpRequest.newBuilder(from).build(), body.guard(new OneByOne().into(part)));
    Result result = new Result(exchange, body, from, to);
    exchange
        .handleAsync(result::end, worker)
        .exceptionally(result::fail); // the worker was shut down, and has refused the task
    return result;
  }

  /**
   * Completes after the cleanup. Canceling it only ends the exchange, and then it completes as
   * well.
   */
  private static final class Result extends CompletableFuture<Path> {

    private final CompletableFuture<HttpResponse<Path>> exchange;
    private final BodyFile body;
    private final URI from;
    private final Path to;

    Result(CompletableFuture<HttpResponse<Path>> exchange, BodyFile body, URI from, Path to) {
      this.exchange = exchange;
      this.body = body;
      this.from = from;
      this.to = to;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      return exchange.cancel(true);
    }

    boolean end(HttpResponse<Path> response, Throwable why) {
      try {
        return why == null ? keep(response) : fail(why);
      } catch (IOException | RuntimeException | Error notTheFile) {
        return fail(notTheFile);
      }
    }

    private boolean keep(HttpResponse<Path> response) throws IOException {
      new OneByOne().check(response);
      Checksum.verify(response);
      Fsync.file(response.body()); // first the content, then the name
      Files.move(response.body(), to, ATOMIC_MOVE);
      Fsync.directoryOf(to);
      return complete(to);
    }

    boolean fail(Throwable why) {
      Throwable cause = Failure.cause(why);
      boolean canceled = cause instanceof CancellationException;
      return completeExceptionally(
          body.discardAfter(canceled ? cause : Failure.naming(from, cause)));
    }
  }
}
