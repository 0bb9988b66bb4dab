package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Reads the ledger, adds the line, and writes it all. */
@WrongAnswer(value = "lines are on their way to the ledger at once", kind = AnswerKind.ORDER)
public class AppendsWithVertxFileSystem extends GoldenRule {

  @Override
  public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
    return vertx
        .fileSystem()
        .exists(ledger.toString())
        .compose(there ->
            there
                ? vertx.fileSystem().readFile(ledger.toString())
                : Future.succeededFuture(Buffer.buffer()))
        .compose(old ->
            vertx.fileSystem().writeFile(ledger.toString(), old.copy().appendString(line + "\n")));
  }
}
