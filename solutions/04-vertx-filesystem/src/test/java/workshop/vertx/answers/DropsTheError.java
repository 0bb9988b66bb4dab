package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** The verticle fails, and the future succeeds. */
@WrongAnswer(value = "it had to fail", kind = AnswerKind.PROMISE)
public class DropsTheError extends AwaitedRecipe {

  @Override
  public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
    return super.transform(vertx, from, to, change).recover(e -> Future.succeededFuture());
  }
}
