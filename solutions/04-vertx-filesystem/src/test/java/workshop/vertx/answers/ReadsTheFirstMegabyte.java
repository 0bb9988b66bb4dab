package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** A buffer of a fixed size, which a large file does not fit into. */
@WrongAnswer(value = "The future gave 1,048,576 bytes", kind = AnswerKind.INPUT)
public class ReadsTheFirstMegabyte extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .writeFile(file.toString(), content)
        .compose(w -> vertx.fileSystem().open(file.toString(), new OpenOptions().setWrite(false)))
        .compose(f -> f.read(Buffer.buffer(), 0, 0, 1024 * 1024).eventually(f::close));
  }
}
