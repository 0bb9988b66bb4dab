package workshop.downloads;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.streams.Pipe;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * The same delivery in a kitchen with an event loop: crates go from the van to the shelf as they
 * come, none waits in the kitchen, and when the shelf is slow the van waits outside.
 *
 * <p>The loop must never wait for the disk, and no byte may be lost while the file is being opened.
 * The suite holds the disk and looks at the loop, and at how much the server was let to send.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class Streaming {

  /** HTTP/2's code for a request that is given up; HTTP/1.1 closes the connection. */
  private static final long CANCEL = 0x8;

  /** Returns a client that has up to {@code connections} requests to one server in flight. */
  public HttpClient client(Vertx vertx, int connections) {
    // Not said, it is five, and the sixth request waits for one of the others to end.
    return vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(connections));
  }

  /**
   * Downloads {@code from} to {@code to}, made if it is absent and emptied if it is there.
   *
   * @param deadline after so long the download fails, whatever it is waiting for: a place in the
   *     client's pool, a reply, or the rest of it
   * @return completed when the file is whole and closed; fails with an error whose message names
   *     the URL and the reason, after what was half made is removed
   * @throws IllegalArgumentException if {@code from} is no http or https URL
   */
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    long start = System.nanoTime();
    RequestOptions options =
        new RequestOptions()
            .setAbsoluteURI(from.toString())
            // Until there is a request, there is nothing to reset: this one waits for a place.
            .setConnectTimeout(deadline.toMillis());
    return client
        .request(options)
        .compose(request -> {
          // The timeouts of RequestOptions end with the headers; a body may stall after them.
          TimeoutException late = new TimeoutException("not complete after " + deadline);
          long left = deadline.minusNanos(System.nanoTime() - start).toMillis();
          long alarm = vertx.setTimer(Math.max(1, left), _ -> request.reset(CANCEL, late));
          return request
              .send()
              .compose(response -> store(vertx, response, from, to))
              .onComplete(_ -> vertx.cancelTimer(alarm));
        })
        .recover(why -> Future.failedFuture(Failure.naming(from, why)));
  }

  private static Future<Void> store(Vertx vertx, HttpClientResponse response, URI from, Path to) {
    // A pipe pauses the response and listens from now on. What came while the file is being opened
    // would go to nobody: bytes would be lost, and an error or the end never heard of.
    Pipe<Buffer> body = response.pipe().endOnComplete(false);
    if (response.statusCode() != 200) {
      Optional<String> retryAfter = Optional.ofNullable(response.getHeader("Retry-After"));
      return refused(response, new BadStatus(from, response.statusCode(), retryAfter));
    }
    return vertx
        .fileSystem()
        .open(to.toString(), new OpenOptions().setTruncateExisting(true))
        .recover(why -> refused(response, why))
        .compose(file ->
            Future.succeededFuture(file)
                .compose(body::to) // throws if the connection has broken meanwhile
                .eventually(file::close)
                .recover(why -> removed(vertx, response, to, why)));
  }

  private static Future<Void> removed(
      Vertx vertx, HttpClientResponse response, Path to, Throwable why) {
    Throwable first = response.end().failed() ? response.end().cause() : why;
    return vertx.fileSystem().delete(to.toString()).transform(_ -> refused(response, first));
  }

  /** A body that nobody reads would keep its connection for ever. */
  private static <T> Future<T> refused(HttpClientResponse response, Throwable why) {
    return response.request().reset().transform(_ -> Future.failedFuture(why));
  }
}
