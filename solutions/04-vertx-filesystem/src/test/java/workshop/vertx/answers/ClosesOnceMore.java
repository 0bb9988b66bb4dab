package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** Closes in any case, and after an error, to be on the safe side, again. */
@WrongAnswer("One of your handlers threw java.lang.IllegalStateException: File handle is closed")
public class ClosesOnceMore extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions().setTruncateExisting(true).setSync(true))
        .compose(opened ->
            opened.write(content).eventually(opened::close).onFailure(error -> opened.close()));
  }
}
