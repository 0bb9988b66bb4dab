package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** One line that fails takes all later ones with it. */
@WrongAnswer(value = "which came after it and met no error", kind = AnswerKind.PROMISE)
public class StopsAtAFailedLine extends GoldenRule {

  private Future<Void> tail = Future.succeededFuture();

  @Override
  public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
    tail = tail.compose(before -> vertx.executeBlocking(() -> write(ledger, line), false));
    return tail;
  }

  private Void write(Path ledger, String line) throws Exception {
    append(ledger, line);
    return null;
  }
}
