package workshop.vertx.answers.goldenrule;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Wrong answers to {@link GoldenRule} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Wraps the IOException in a RuntimeException. */
  @WrongAnswer(
      "count() threw an IOException, but the future failed with java.lang.RuntimeException")
  public static class WrapsTheHelpersError extends GoldenRule {

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      return vertx.executeBlocking(
          () -> {
            try {
              return count(file);
            } catch (IOException e) {
              throw new RuntimeException(e);
            }
          },
          false);
    }
  }
}
