package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Zero lines, says the answer, where the disk said that it cannot be read. */
@WrongAnswer(value = "it had to fail", kind = AnswerKind.PARTIAL_RESULT)
public class CountsNothingWhenTheDiskFails extends GoldenRule {

  @Override
  public Future<Integer> countLines(Vertx vertx, Path file) {
    return super.countLines(vertx, file).otherwise(0);
  }
}
