package workshop.downloads.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.WrongAnswer;

/** The file API of the JDK is so much shorter. */
@WrongAnswer("you blocked the event loop")
public class BlocksTheEventLoop extends Streaming {

  @Override
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    return new Flow(vertx, client, from, to, deadline) {
      @Override
      Future<Void> store(HttpClientResponse response) {
        if (response.statusCode() != 200) {
          return refused(response, badStatus(response));
        }
        return response
            .body()
            .map(all -> {
              try {
                Files.write(to, all.getBytes());
                return null;
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
      }
    }.start();
  }
}
