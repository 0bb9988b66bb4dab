package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Says that it went wrong, and not what. */
@WrongAnswer(value = "it does not name", kind = AnswerKind.WORDS)
public class ReplacesTheError extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    return super.writeThenRead(vertx, file, content)
        .recover(e -> Future.failedFuture("could not write or read"));
  }
}
