package workshop.downloads.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.WrongAnswer;

/** Each buffer goes to the write queue, however long that is by now. */
@WrongAnswer("They are all in this program")
public class WritesWithoutLooking extends Streaming {

  @Override
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    return new Flow(vertx, client, from, to, deadline) {
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
