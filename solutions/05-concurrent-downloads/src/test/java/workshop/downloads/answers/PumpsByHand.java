package workshop.downloads.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.RightAnswer;

/** What a pipe does, written out: pause when the queue is full, go on when it has drained. */
@RightAnswer
public class PumpsByHand extends Streaming {

  @Override
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    return new Flow(vertx, client, from, to, deadline) {
      @Override
      Future<Void> store(HttpClientResponse response) {
        response.pause();
        // From here on an error is heard of: else it would be logged and lost.
        response.exceptionHandler(_ -> {});
        if (response.statusCode() != 200) {
          return refused(response, badStatus(response));
        }
        return open()
            .recover(why -> refused(response, why))
            .compose(file ->
                pump(response, file)
                    .eventually(file::close)
                    .recover(why -> removed(response, why)));
      }

      private Future<Void> pump(HttpClientResponse response, AsyncFile file) {
        if (response.end().isComplete()) {
          return response.end(); // it has failed: an end would wait for its bytes to be read
        }
        Promise<Void> ended = Promise.promise();
        response.handler(bytes -> {
          if (ended.future().isComplete()) {
            return; // the file is being closed
          }
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
