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

/** Once for each processor; the steps run twice. */
@WrongAnswer(value = "change was called 2 times", kind = AnswerKind.INPUT)
public class DeploysTwoInstances extends AwaitedRecipe {

  @Override
  public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
    return vertx
        .deployVerticle(
            () ->
                context -> {
                  steps(vertx.fileSystem(), from, to, change);
                  return Future.succeededFuture();
                },
            new DeploymentOptions()
                .setThreadingModel(ThreadingModel.VIRTUAL_THREAD)
                .setInstances(2))
        .compose(vertx::undeploy);
  }
}
