package workshop.vertx.answers;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.AwaitedRecipe;

/** A class in place of a lambda. */
@RightAnswer
public class ExtendsVerticleBase extends AwaitedRecipe {

  @Override
  public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
    return vertx
        .deployVerticle(
            new VerticleBase() {
              @Override
              public Future<?> start() throws Exception {
                steps(vertx.fileSystem(), from, to, change);
                return super.start();
              }
            },
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .compose(vertx::undeploy);
  }
}
