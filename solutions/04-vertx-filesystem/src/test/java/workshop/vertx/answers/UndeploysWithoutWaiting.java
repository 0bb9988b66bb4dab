package workshop.vertx.answers;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** The undeploying begins, and the future does not wait for it. */
@WrongAnswer(value = "its verticle was still being undeployed", kind = AnswerKind.HELD_TOO_EARLY)
public class UndeploysWithoutWaiting extends AwaitedRecipe {

  @Override
  public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
    return vertx
        .deployVerticle(
            context -> {
              steps(vertx.fileSystem(), from, to, change);
              return Future.succeededFuture();
            },
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .onSuccess(vertx::undeploy)
        .mapEmpty();
  }
}
