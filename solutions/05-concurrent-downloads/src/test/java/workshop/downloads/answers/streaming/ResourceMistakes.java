package workshop.downloads.answers.streaming;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.streams.Pipe;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Streaming}: they leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** body() is short and clear, and holds the whole file in memory. */
  @WrongAnswer("They are all in this program")
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

  /** Fails at once, and leaves a reply behind that nobody reads. */
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

  /** Resets what it refuses, and forgets the file that cannot be opened. */
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

  /** Closes the file whatever happens, and leaves it there. */
  @WrongAnswer("Half a file was left")
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

  /** Each buffer goes to the write queue, however long that is by now. */
  @WrongAnswer("They are all in this program")
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
