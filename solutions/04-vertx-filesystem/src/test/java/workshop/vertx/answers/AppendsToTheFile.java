package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Opens the file to append, so what it held before comes first. */
@WrongAnswer(value = "bytes where 15 were expected", kind = AnswerKind.INPUT)
public class AppendsToTheFile extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions().setAppend(true))
        .compose(f -> f.write(content).eventually(f::close))
        .compose(w -> vertx.fileSystem().readFile(file.toString()));
  }
}
