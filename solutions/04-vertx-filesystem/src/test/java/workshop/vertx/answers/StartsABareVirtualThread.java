package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** await() works there, but no context keeps the callbacks in order. */
@WrongAnswer(value = "outside of any context", kind = AnswerKind.CALLER)
public class StartsABareVirtualThread extends AwaitedRecipe {

  @Override
  public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
    Promise<Void> cooked = Promise.promise();
    Thread.ofVirtual()
        .start(() -> {
          try {
            steps(vertx.fileSystem(), from, to, change);
            cooked.complete();
          } catch (IOException e) {
            cooked.fail(e);
          }
        });
    return cooked.future();
  }
}
