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

/**
 * pause() keeps the bytes. The error that comes meanwhile is heard by nobody, and so is the end.
 */
@WrongAnswer("Now the directory holds [menu.bin]")
public class OnlyPausesTheBody extends Streaming {

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
        return open().compose(file -> response.pipeTo(file).recover(why -> removed(response, why)));
      }
    }.start();
  }
}
