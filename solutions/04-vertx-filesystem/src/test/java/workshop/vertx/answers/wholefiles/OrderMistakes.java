package workshop.vertx.answers.wholefiles;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/**
 * Wrong answers to {@link WholeFiles} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Starts the write and the read at the same time. */
  @WrongAnswer("The read began before the write was done")
  public static class WritesAndReadsSideBySide extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      Future<Void> written = vertx.fileSystem().writeFile(file.toString(), content);
      Future<Buffer> read = vertx.fileSystem().readFile(file.toString());
      return Future.all(written, read).map(both -> content);
    }
  }
}
