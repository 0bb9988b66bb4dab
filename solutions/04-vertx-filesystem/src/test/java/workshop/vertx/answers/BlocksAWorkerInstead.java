package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** Blocking on a worker is allowed, and is another technique. */
@WrongAnswer(value = "vert.x-worker-thread", kind = AnswerKind.CALLER)
public class BlocksAWorkerInstead extends AwaitedRecipe {

  @Override
  public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
    return vertx.executeBlocking(() -> {
      Files.writeString(to, change.apply(Files.readString(from)));
      return null;
    });
  }
}
