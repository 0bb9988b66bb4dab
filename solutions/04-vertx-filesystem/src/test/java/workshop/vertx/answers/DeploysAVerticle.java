package workshop.vertx.answers;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.AwaitedRecipe;

/** The steps in the start() of a verticle, and the result in a promise. */
@RightAnswer
public class DeploysAVerticle extends AwaitedRecipe {

  @Override
  public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
    Promise<Void> cooked = Promise.promise();
    VerticleBase verticle =
        new VerticleBase() {
          @Override
          public Future<?> start() throws Exception {
            try {
              steps(vertx.fileSystem(), from, to, change);
              cooked.complete();
            } catch (IOException e) {
              cooked.fail(e);
            }
            return super.start();
          }
        };
    return vertx
        .deployVerticle(
            verticle, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .compose(vertx::undeploy)
        .compose(gone -> cooked.future());
  }
}
