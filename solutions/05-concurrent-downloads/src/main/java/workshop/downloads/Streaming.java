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
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * The same delivery in a kitchen with an event loop: crates go from the van to the shelf as they
 * arrive, and when the shelf is full, the van waits outside.
 *
 * <p>The event loop must never wait for the disk, and no byte may be lost while the file is being
 * opened. The suite holds the disk, and checks the event loop and how much the server has sent.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class Streaming {

  /** HTTP/2's code for a request that was given up; over HTTP/1.1 the connection is closed. */
  private static final long CANCEL = 0x8;

  /** Vert.x counts in milliseconds, in an int; 0 would mean that there is no deadline. */
  private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

  /** Returns a client that can have up to {@code connections} requests in flight to one server. */
  public HttpClient client(Vertx vertx, int connections) {
    // The default is five: the sixth request would wait until one of the others has ended.
    return vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(connections));
  }

  /**
   * Downloads {@code from} to {@code to}, which is created if it is absent and emptied if it
   * exists.
   *
   * @param deadline when this time has passed, the download fails, no matter what it is waiting
   *     for: a connection, the reply, or the body
   * @return succeeds when the file is whole and closed; fails with an {@link java.io.IOException}
   *     that names the URL and the reason, after removing what this download wrote
   * @throws IllegalArgumentException if {@code from} is not an http or https URL
   */
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    HttpRequest.newBuilder(from); // refuses what is not http or https
    long start = System.nanoTime();
    RequestOptions options =
        new RequestOptions()
            .setAbsoluteURI(from.toString())
            // While the request waits for a connection, there is nothing to reset yet.
            .setConnectTimeout(millis(deadline));
    return client
        .request(options)
        .compose(request -> {
          // Timeouts in RequestOptions end with the headers; the body may still stall.
          TimeoutException late = new TimeoutException("not complete after " + deadline);
          long left = millis(deadline.minusNanos(System.nanoTime() - start));
          long alarm = vertx.setTimer(left, _ -> request.reset(CANCEL, late));
          return request
              .send()
              .compose(response -> store(vertx, response, from, to))
              .onComplete(_ -> vertx.cancelTimer(alarm));
        })
        .recover(why -> Future.failedFuture(Failure.naming(from, why)));
  }

  private static long millis(Duration time) {
    return time.compareTo(LONGEST) > 0 ? LONGEST.toMillis() : Math.max(1, time.toMillis());
  }

  private static Future<Void> store(Vertx vertx, HttpClientResponse response, URI from, Path to) {
    // The pipe pauses the response at once. Without it, the bytes that arrive while the file is
    // being opened would be lost, and with them an error or the end.
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
                .compose(body::to) // throws if the connection has broken by now
                .eventually(file::close)
                .recover(why -> removed(vertx, response, to, why)));
  }

  private static Future<Void> removed(
      Vertx vertx, HttpClientResponse response, Path to, Throwable why) {
    Throwable first = response.end().failed() ? response.end().cause() : why;
    return vertx.fileSystem().delete(to.toString()).transform(_ -> refused(response, first));
  }

  /** A reply that is not read to its end would keep its connection forever. */
  private static <T> Future<T> refused(HttpClientResponse response, Throwable why) {
    return response.request().reset().transform(_ -> Future.failedFuture(why));
  }
}
