package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** A future around a blocking call: the caller waits as before. */
@WrongAnswer(value = "you blocked the event loop", kind = AnswerKind.CALLER)
public class BlocksTheEventLoop extends GoldenRule {

  @Override
  public Future<Integer> countLines(Vertx vertx, Path file) {
    try {
      return Future.succeededFuture(count(file));
    } catch (IOException e) {
      return Future.failedFuture(e);
    }
  }
}
