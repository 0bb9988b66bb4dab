package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Opens the file as {@code OpenOptions} does it by default. */
@WrongAnswer(value = "the old tail is still in the file", kind = AnswerKind.INPUT)
public class OpensWithoutEmptying extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions())
        .compose(opened -> opened.write(content).eventually(opened::close))
        .compose(_ -> vertx.fileSystem().readFile(file.toString()));
  }
}
