package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** Without it, a verticle runs on an event loop. */
@WrongAnswer(value = "await() refused to wait", kind = AnswerKind.CALLER)
public class ForgetsTheThreadingModel extends AwaitedRecipe {

  @Override
  public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
    return vertx
        .deployVerticle(context -> {
          steps(vertx.fileSystem(), from, to, change);
          return Future.succeededFuture();
        })
        .compose(vertx::undeploy);
  }
}
