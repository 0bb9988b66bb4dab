package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** A failure becomes a success with nothing in it. */
@WrongAnswer(value = "it had to fail", kind = AnswerKind.PARTIAL_RESULT)
public class TakesAnErrorForAnEmptyFile extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    return super.writeThenRead(vertx, file, content).otherwise(Buffer.buffer());
  }
}
