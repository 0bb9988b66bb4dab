package workshop.downloads.answers.streaming;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
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

/** Wrong answers to {@link Streaming} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Uses the idle timeout of the request, which ends with the headers. */
  @WrongAnswer("the deadline of 50 ms has passed")
  public static class HasNoDeadline extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        Future<Void> send(HttpClientRequest request) {
          return request.idleTimeout(deadline.toMillis()).send().compose(this::store);
        }
      }.start();
    }
  }

  /** Uses the default client, which sends five requests at a time. */
  @WrongAnswer("The client was created for 8 connections, and 5 requests were in flight at a time")
  public static class UsesTheDefaultPoolSize extends Streaming {

    @Override
    public HttpClient client(Vertx vertx, int connections) {
      return vertx.createHttpClient();
    }
  }

  /** Sets the timer again for each piece of the body. */
  @WrongAnswer("Each piece starts the deadline again")
  public static class RestartsTheDeadline extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        private final TimeoutException late = new TimeoutException("no byte for " + deadline);
        private long alarm;

        @Override
        Future<Void> send(HttpClientRequest request) {
          restart(request);
          return request.send().compose(this::store).onComplete(_ -> vertx.cancelTimer(alarm));
        }

        private void restart(HttpClientRequest request) {
          vertx.cancelTimer(alarm);
          alarm = vertx.setTimer(left(), _ -> request.reset(0x8, late));
        }

        @Override
        long left() {
          return millis(deadline);
        }

        @Override
        Future<Void> flow(Pipe<Buffer> body, HttpClientResponse response, AsyncFile file) {
          if (response.end().isComplete()) {
            return response.end();
          }
          Promise<Void> ended = Promise.promise();
          response.handler(bytes -> {
            if (ended.future().isComplete()) {
              return; // the file is being closed
            }
            restart(response.request());
            file.write(bytes).onFailure(ended::tryFail);
            if (file.writeQueueFull()) {
              response.pause();
              file.drainHandler(_ -> response.resume());
            }
          });
          response.end().onSuccess(ended::tryComplete).onFailure(ended::tryFail);
          response.resume();
          return ended.future();
        }
      }.start();
    }
  }

  /** Limits the wait for a connection, and then gives the request the whole deadline again. */
  @WrongAnswer("The wait for the connection did not count")
  public static class SpendsTheDeadlineTwice extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        long left() {
          return millis(deadline);
        }
      }.start();
    }
  }
}
