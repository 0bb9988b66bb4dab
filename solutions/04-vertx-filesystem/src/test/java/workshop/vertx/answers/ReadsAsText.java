package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** What was read goes through a String. */
@WrongAnswer(
    value = "where 1,100,001 were expected; byte 1 is the first that differs",
    kind = AnswerKind.INPUT)
public class ReadsAsText extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    return super.writeThenRead(vertx, file, content).map(read -> Buffer.buffer(read.toString()));
  }
}
