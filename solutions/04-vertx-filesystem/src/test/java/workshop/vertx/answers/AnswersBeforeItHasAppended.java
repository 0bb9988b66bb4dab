package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Returns before the worker has appended, and drops its future. */
@WrongAnswer(value = "Success is reported before it is certain", kind = AnswerKind.PROMISE)
public class AnswersBeforeItHasAppended extends GoldenRule {

  @Override
  public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
    vertx.executeBlocking(() -> {
      append(ledger, line);
      return null;
    });
    return Future.succeededFuture();
  }
}
