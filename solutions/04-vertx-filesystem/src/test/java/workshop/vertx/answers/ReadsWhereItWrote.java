package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.WholeFiles;

/** Opens the file once, for both steps. */
@RightAnswer
public class ReadsWhereItWrote extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions().setTruncateExisting(true))
        .compose(opened ->
            opened
                .write(content)
                .compose(_ -> opened.size())
                .compose(size -> opened.read(Buffer.buffer(), 0, 0, size.intValue()))
                .eventually(opened::close));
  }
}
