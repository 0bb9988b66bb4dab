package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Whatever became of the write: the file is there, and so it is read. */
@WrongAnswer(value = "it had to fail", kind = AnswerKind.PARTIAL_RESULT)
public class ReadsWhatAFailedWriteLeft extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .writeFile(file.toString(), content)
        .otherwiseEmpty()
        .compose(written -> vertx.fileSystem().readFile(file.toString()));
  }
}
