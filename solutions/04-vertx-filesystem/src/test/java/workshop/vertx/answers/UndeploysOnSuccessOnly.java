package workshop.vertx.answers;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** A failed step leaves the verticle. */
@WrongAnswer(value = "still deployed", kind = AnswerKind.RESOURCE)
public class UndeploysOnSuccessOnly extends AwaitedRecipe {

  @Override
  public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
    Promise<Void> done = Promise.promise();
    return vertx
        .deployVerticle(
            context -> {
              try {
                steps(vertx.fileSystem(), from, to, change);
                done.complete();
              } catch (Exception e) {
                done.fail(e);
              }
              return Future.succeededFuture();
            },
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .compose(id -> done.future().compose(v -> vertx.undeploy(id)));
  }
}
