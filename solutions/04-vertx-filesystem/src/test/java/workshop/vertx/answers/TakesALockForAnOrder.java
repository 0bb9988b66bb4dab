package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** One at a time, and the workers draw lots for who is next. */
@WrongAnswer(value = "A lock makes no order", kind = AnswerKind.ORDER)
public class TakesALockForAnOrder extends GoldenRule {

  @Override
  public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
    return vertx.executeBlocking(
        () -> {
          synchronized (this) {
            append(ledger, line);
          }
          return null;
        },
        false);
  }
}
