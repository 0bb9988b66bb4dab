package workshop.vertx.answers;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.WholeFiles;

/** A verticle of virtual threads does both steps. */
@RightAnswer
public class AwaitsOnAVirtualThreadOfVertx extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    Promise<Buffer> done = Promise.promise();
    return vertx
        .deployVerticle(
            context -> {
              vertx.fileSystem().writeFile(file.toString(), content).await();
              done.complete(vertx.fileSystem().readFile(file.toString()).await());
              return Future.succeededFuture();
            },
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .compose(vertx::undeploy)
        .compose(v -> done.future());
  }
}
