package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** The line is written, and fails with the error of an older one. */
@WrongAnswer(value = "which came after it and met no error", kind = AnswerKind.PROMISE)
public class BlamesLaterLines extends GoldenRule {

  private Future<Void> tail = Future.succeededFuture();

  @Override
  public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
    Future<Void> before = tail;
    tail =
        before
            .transform(ended -> vertx.executeBlocking(() -> write(ledger, line), false))
            .compose(written -> before);
    return tail;
  }

  private Void write(Path ledger, String line) throws Exception {
    append(ledger, line);
    return null;
  }
}
