package workshop.vertx.answers.goldenrule;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Wrong answers to {@link GoldenRule} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Returns 0 when the file cannot be read. */
  @WrongAnswer("it had to fail")
  public static class CountsNothingWhenTheDiskFails extends GoldenRule {

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      return super.countLines(vertx, file).otherwise(0);
    }
  }
}
