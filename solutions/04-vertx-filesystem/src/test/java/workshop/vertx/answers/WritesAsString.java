package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** Bytes that are not text do not survive. */
@WrongAnswer(
    value = "where 1,100,001 were expected; byte 1 is the first that differs",
    kind = AnswerKind.INPUT)
public class WritesAsString extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    return super.write(vertx, file, Buffer.buffer(content.toString()));
  }
}
