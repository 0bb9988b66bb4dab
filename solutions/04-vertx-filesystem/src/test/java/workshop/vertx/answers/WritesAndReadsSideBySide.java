package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Two calls in a row are two operations at once. */
@WrongAnswer(value = "was opened for reading", kind = AnswerKind.ORDER)
public class WritesAndReadsSideBySide extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    Future<Void> written = vertx.fileSystem().writeFile(file.toString(), content);
    Future<Buffer> read = vertx.fileSystem().readFile(file.toString());
    return Future.all(written, read).map(both -> content);
  }
}
