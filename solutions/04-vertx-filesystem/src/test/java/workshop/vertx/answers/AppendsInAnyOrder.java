package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Without order, the lines of the ledger race. */
@WrongAnswer(value = "are on their way to the ledger at once", kind = AnswerKind.ORDER)
public class AppendsInAnyOrder extends GoldenRule {

  @Override
  public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
    return vertx.executeBlocking(
        () -> {
          append(ledger, line);
          return null;
        },
        false);
  }
}
