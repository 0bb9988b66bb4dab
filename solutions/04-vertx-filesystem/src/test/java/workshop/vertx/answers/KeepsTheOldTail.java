package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** The default options make a file that is absent, and do not empty one that is there. */
@WrongAnswer("the old tail is still in the file")
public class KeepsTheOldTail extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions().setSync(true))
        .compose(opened -> opened.write(content).eventually(opened::close));
  }
}
