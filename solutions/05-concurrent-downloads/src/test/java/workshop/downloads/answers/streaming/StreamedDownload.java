package workshop.downloads.answers.streaming;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.streams.Pipe;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import workshop.downloads.BadStatus;
import workshop.downloads.Failure;

/**
 * A download on an event loop whose parts the wrong answers override. Without overrides, it is
 * right.
 */
class StreamedDownload {

  final Vertx vertx;
  final HttpClient client;
  final URI from;
  final Path to;
  final Duration deadline;
  private final long begun = System.nanoTime();

  StreamedDownload(Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    this.vertx = vertx;
    this.client = client;
    this.from = from;
    this.to = to;
    this.deadline = deadline;
  }

  Future<Void> start() {
    HttpRequest.newBuilder(from); // rejects a URL that is not http or https
    return client
        .request(options())
        .compose(this::send)
        .recover(why -> Future.failedFuture(Failure.naming(from, why)));
  }

  static long millis(Duration time) {
    Duration longest = Duration.ofMillis(Integer.MAX_VALUE);
    return time.compareTo(longest) > 0 ? longest.toMillis() : Math.max(1, time.toMillis());
  }

  /** Returns how many milliseconds of the deadline are left. */
  long left() {
    return millis(deadline.minusNanos(System.nanoTime() - begun));
  }

  RequestOptions options() {
    HttpRequest.newBuilder(from); // rejects a URL that is not http or https
    return new RequestOptions().setAbsoluteURI(from.toString()).setConnectTimeout(millis(deadline));
  }

  Future<Void> send(HttpClientRequest request) {
    TimeoutException late = new TimeoutException("not complete after " + deadline);
    long alarm = vertx.setTimer(left(), _ -> request.reset(0x8, late));
    return request.send().compose(this::store).onComplete(_ -> vertx.cancelTimer(alarm));
  }

  Future<Void> store(HttpClientResponse response) {
    Pipe<Buffer> body = response.pipe().endOnComplete(false);
    if (response.statusCode() != 200) {
      return refused(response, badStatus(response));
    }
    return open()
        .recover(why -> refused(response, why))
        .compose(file ->
            Future.succeededFuture(file)
                .compose(_ -> flow(body, response, file))
                .eventually(file::close)
                .recover(why -> removed(response, why)));
  }

  Future<Void> flow(Pipe<Buffer> body, HttpClientResponse response, AsyncFile file) {
    return body.to(file); // throws if the connection has broken by now
  }

  BadStatus badStatus(HttpClientResponse response) {
    return new BadStatus(
        from, response.statusCode(), Optional.ofNullable(response.getHeader("Retry-After")));
  }

  Future<AsyncFile> open() {
    return vertx.fileSystem().open(to.toString(), new OpenOptions().setTruncateExisting(true));
  }

  Future<Void> removed(HttpClientResponse response, Throwable why) {
    Throwable first = response.end().failed() ? response.end().cause() : why;
    return remove().transform(_ -> refused(response, first));
  }

  Future<Void> remove() {
    return vertx.fileSystem().delete(to.toString());
  }

  <T> Future<T> refused(HttpClientResponse response, Throwable why) {
    return response.request().reset().transform(_ -> Future.failedFuture(why));
  }
}
