package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** The steps are right, and the thread is the wrong one. */
@WrongAnswer(value = "await() refused to wait", kind = AnswerKind.CALLER)
public class AwaitsOnTheEventLoop extends AwaitedRecipe {

  @Override
  public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
    try {
      steps(vertx.fileSystem(), from, to, change);
      return Future.succeededFuture();
    } catch (IOException e) {
      return Future.failedFuture(e);
    }
  }
}
