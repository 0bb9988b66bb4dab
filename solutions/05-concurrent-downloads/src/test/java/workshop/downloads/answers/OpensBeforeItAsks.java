package workshop.downloads.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.CopyOptions;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import workshop.downloads.Failure;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.RightAnswer;

/** The file is open before the request is sent, under another name: nothing can come too early. */
@RightAnswer
public class OpensBeforeItAsks extends Streaming {

  private static final CopyOptions ATOMIC = new CopyOptions().setAtomicMove(true);

  @Override
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    return new Flow(vertx, client, from, to, deadline) {
      private final String part = to + ".part";

      @Override
      Future<Void> start() {
        RequestOptions options = options(); // refuses a bad URL before there is a file
        return vertx
            .fileSystem()
            .open(part, new OpenOptions().setTruncateExisting(true))
            .compose(file ->
                Future.succeededFuture(options)
                    .compose(client::request) // may throw
                    .compose(request -> send(request, file))
                    .eventually(file::close)
                    .compose(_ -> vertx.fileSystem().move(part, to.toString(), ATOMIC))
                    .recover(why ->
                        vertx.fileSystem().delete(part).transform(_ -> Future.failedFuture(why))))
            .recover(why -> Future.failedFuture(Failure.naming(from, why)));
      }

      private Future<Void> send(HttpClientRequest request, AsyncFile file) {
        TimeoutException late = new TimeoutException("not complete after " + deadline);
        long alarm = vertx.setTimer(millis(deadline), _ -> request.reset(0x8, late));
        return request
            .send()
            .compose(response -> {
              if (response.statusCode() != 200) {
                response.exceptionHandler(_ -> {});
                return refused(response, badStatus(response));
              }
              return response
                  .pipe()
                  .endOnComplete(false)
                  .to(file)
                  .recover(why -> refused(response, why));
            })
            .onComplete(_ -> vertx.cancelTimer(alarm));
      }
    }.start();
  }
}
