package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Content goes through a String, which does no good to bytes that are not text. */
@WrongAnswer(
    value = "where 1,100,001 were expected; byte 1 is the first that differs",
    kind = AnswerKind.INPUT)
public class WritesAsText extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .writeFile(file.toString(), Buffer.buffer(content.toString()))
        .compose(w -> vertx.fileSystem().readFile(file.toString()));
  }
}
