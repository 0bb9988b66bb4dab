package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** A Callable may throw what it likes: nothing has to be put around it. */
@WrongAnswer(
    value = "count() threw an IOException; the future failed with java.lang.RuntimeException",
    kind = AnswerKind.WORDS)
public class WrapsTheHelpersError extends GoldenRule {

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
