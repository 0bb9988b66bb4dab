package workshop.downloads.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.WrongAnswer;

/** A timer that is set again whenever something comes. */
@WrongAnswer("Each piece starts the deadline again")
public class CountsTheDeadlineFromEachPiece extends Streaming {

  @Override
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    return new Flow(vertx, client, from, to, deadline) {
      @Override
      Future<Void> send(HttpClientRequest request) {
        long[] alarm = {alarm(request)};
        return request
            .send()
            .compose(response -> {
              Future<Void> stored = store(response);
              long period =
                  vertx.setPeriodic(
                      50,
                      _ -> {
                        vertx.cancelTimer(alarm[0]);
                        alarm[0] = alarm(request);
                      });
              return stored.onComplete(_ -> vertx.cancelTimer(period));
            })
            .onComplete(_ -> vertx.cancelTimer(alarm[0]));
      }

      private long alarm(HttpClientRequest request) {
        Exception late = new IOException("not complete after " + deadline);
        return vertx.setTimer(millis(deadline), _ -> request.reset(0x8, late));
      }
    }.start();
  }
}
