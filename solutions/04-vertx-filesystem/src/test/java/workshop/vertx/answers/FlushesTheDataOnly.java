package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** flush() is force(false): sync_data, not sync_all. */
@WrongAnswer("AsyncFile.flush(), which is force(false)")
public class FlushesTheDataOnly extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions().setTruncateExisting(true))
        .compose(opened ->
            opened.write(content).compose(written -> opened.flush()).eventually(opened::close));
  }
}
