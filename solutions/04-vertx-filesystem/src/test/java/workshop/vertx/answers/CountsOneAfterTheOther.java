package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** The default order, where none is asked for. */
@WrongAnswer(value = "4 counts were asked for; 1 of them", kind = AnswerKind.ORDER)
public class CountsOneAfterTheOther extends GoldenRule {

  @Override
  public Future<Integer> countLines(Vertx vertx, Path file) {
    return vertx.executeBlocking(() -> count(file));
  }
}
