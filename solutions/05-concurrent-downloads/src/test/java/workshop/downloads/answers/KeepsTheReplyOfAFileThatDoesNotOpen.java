package workshop.downloads.answers;

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
import workshop.testkit.exercise.WrongAnswer;

/** Resets what it refuses, and forgets the file that cannot be opened. */
@WrongAnswer("still in flight")
public class KeepsTheReplyOfAFileThatDoesNotOpen extends Streaming {

  @Override
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    return new Flow(vertx, client, from, to, deadline) {
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
