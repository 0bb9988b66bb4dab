package workshop.downloads.answers;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.RightAnswer;

/** A verticle on a virtual thread, which may wait: each step stands on a line of its own. */
@RightAnswer
public class AwaitsOnAVirtualThread extends Streaming {

  @Override
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    Flow flow = new Flow(vertx, client, from, to, deadline);
    flow.options(); // refuses a bad URL at once
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
