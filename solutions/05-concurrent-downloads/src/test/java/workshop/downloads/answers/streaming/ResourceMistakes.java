package workshop.downloads.answers.streaming;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.streams.Pipe;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Streaming} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Collects the whole body in memory. */
  @WrongAnswer("All of these bytes are in memory")
  public static class CollectsTheBody extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        Future<Void> store(HttpClientResponse response) {
          if (response.statusCode() != 200) {
            return refused(response, badStatus(response));
          }
          return response
              .body()
              .compose(all -> vertx.fileSystem().writeFile(to.toString(), all))
              .recover(why -> removed(response, why));
        }
      }.start();
    }
  }

  /** Fails at once, and leaves the rejected reply unread. */
  @WrongAnswer("still in flight")
  public static class LeavesARefusedReplyUnread extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        <T> Future<T> refused(HttpClientResponse response, Throwable why) {
          return Future.failedFuture(why);
        }
      }.start();
    }
  }

  /** Does not reset the request if the file cannot be opened. */
  @WrongAnswer("still in flight")
  public static class LeavesTheReplyUnreadIfOpenFails extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        Future<Void> store(HttpClientResponse response) {
          if (response.statusCode() != 200) {
            return super.store(response);
          }
          Pipe<Buffer> body = response.pipe().endOnComplete(false);
          return open()
              .compose(file ->
                  Future.succeededFuture(file)
                      .compose(body::to)
                      .eventually(file::close)
                      .recover(why -> removed(response, why)));
        }
      }.start();
    }
  }

  /** Closes the file after a failure, but does not delete it. */
  @WrongAnswer("Another program may mistake it for the whole file")
  public static class LeavesThePartialFile extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        Future<Void> remove() {
          return Future.succeededFuture();
        }
      }.start();
    }
  }

  /** Leaves the timer set, which fires after the download has ended. */
  @WrongAnswer("The download has succeeded, but its timer is still set")
  public static class LeavesTheTimer extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        Future<Void> send(HttpClientRequest request) {
          TimeoutException late = new TimeoutException("not complete after " + deadline);
          vertx.setTimer(left(), _ -> request.reset(0x8, late));
          return request.send().compose(this::store);
        }
      }.start();
    }
  }

  /** Cancels the timer after a success, but not after a failure. */
  @WrongAnswer("The download has failed, but its timer is still set")
  public static class CancelsTheTimerOnSuccessOnly extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        Future<Void> send(HttpClientRequest request) {
          TimeoutException late = new TimeoutException("not complete after " + deadline);
          long alarm = vertx.setTimer(left(), _ -> request.reset(0x8, late));
          return request.send().compose(this::store).onSuccess(_ -> vertx.cancelTimer(alarm));
        }
      }.start();
    }
  }

  /** Writes each buffer without looking at the length of the write queue. */
  @WrongAnswer("All of these bytes are in memory")
  public static class IgnoresTheWriteQueue extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        Future<Void> store(HttpClientResponse response) {
          response.pause();
          if (response.statusCode() != 200) {
            return refused(response, badStatus(response));
          }
          return open()
              .compose(file -> {
                response.handler(file::write);
                response.resume();
                return response.end().eventually(file::close);
              })
              .recover(why -> removed(response, why));
        }
      }.start();
    }
  }
}
