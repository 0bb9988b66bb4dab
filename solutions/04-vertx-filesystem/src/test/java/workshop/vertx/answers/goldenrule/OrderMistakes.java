package workshop.vertx.answers.goldenrule;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/**
 * Wrong answers to {@link GoldenRule} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Appends without order. */
  @WrongAnswer("were being appended at the same time")
  public static class AppendsInAnyOrder extends GoldenRule {

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

  /** Reads the ledger, adds a line, and writes all of it. */
  @WrongAnswer("lines were being appended at the same time")
  public static class AppendsWithVertxFileSystem extends GoldenRule {

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
              vertx
                  .fileSystem()
                  .writeFile(ledger.toString(), old.copy().appendString(line + "\n")));
    }
  }

  /** Counts in order, which is the default. */
  @WrongAnswer("Only 1 of 4 counts ran at the same time")
  public static class CountsOneAfterTheOther extends GoldenRule {

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      return vertx.executeBlocking(() -> count(file));
    }
  }

  /** Appends under a lock, which does not keep the order of the calls. */
  @WrongAnswer("A lock does not keep the order of the calls")
  public static class UsesALockForTheOrder extends GoldenRule {

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
}
