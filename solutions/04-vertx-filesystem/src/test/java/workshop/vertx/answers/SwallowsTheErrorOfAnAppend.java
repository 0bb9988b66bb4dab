package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** A line that could not be written is lost without a word. */
@WrongAnswer(value = "it had to fail", kind = AnswerKind.PROMISE)
public class SwallowsTheErrorOfAnAppend extends GoldenRule {

  @Override
  public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
    return super.appendLine(vertx, ledger, line).otherwiseEmpty();
  }
}
