package workshop.downloads.answers.streaming;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.CopyOptions;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import workshop.downloads.Failure;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link Streaming}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Uses a verticle on a virtual thread. */
  @RightAnswer
  public static class AwaitsOnAVirtualThread extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      StreamedDownload flow = new StreamedDownload(vertx, client, from, to, deadline);
      flow.options(); // rejects a bad URL at once
      Promise<Void> ended = Promise.promise();
      VerticleBase cook =
          new VerticleBase() {
            @Override
            public Future<?> start() {
              flow.start().onComplete(ended);
              return Future.succeededFuture();
            }
          };
      return vertx
          .deployVerticle(
              cook, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
          .compose(id -> ended.future().eventually(() -> vertx.undeploy(id)));
    }
  }

  /** Opens a temporary file before it sends the request. */
  @RightAnswer
  public static class OpensTheFileFirst extends Streaming {

    private static final CopyOptions ATOMIC = new CopyOptions().setAtomicMove(true);

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        private final String part = to + ".part";

        @Override
        Future<Void> start() {
          RequestOptions options = options(); // rejects a bad URL before there is a file
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
          long alarm = vertx.setTimer(left(), _ -> request.reset(0x8, late));
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

  /**
   * Does by hand what a pipe does: pauses when the queue is full, and resumes when it has drained.
   */
  @RightAnswer
  public static class PumpsByHand extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        Future<Void> store(HttpClientResponse response) {
          response.pause();
          // From here on, an error is noticed. Without this handler, it would only be logged.
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
            return response.end(); // it has failed, and end() would wait until its bytes are read
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
}
