package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** What runs on the context runs on the event loop, whenever that is. */
@WrongAnswer(value = "you blocked the event loop", kind = AnswerKind.CALLER)
public class BlocksItALittleLater extends GoldenRule {

  @Override
  public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
    Promise<Void> appended = Promise.promise();
    vertx.runOnContext(later -> {
      try {
        append(ledger, line);
        appended.complete();
      } catch (IOException e) {
        appended.fail(e);
      }
    });
    return appended.future();
  }
}
