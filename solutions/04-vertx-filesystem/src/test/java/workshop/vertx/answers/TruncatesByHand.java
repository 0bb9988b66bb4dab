package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.DurableFile;

/** Cuts the file on a worker before it is opened. */
@RightAnswer
public class TruncatesByHand extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    return vertx
        .executeBlocking(() -> {
          try (FileChannel c =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            c.truncate(0);
          }
          return null;
        })
        .compose(t -> vertx.fileSystem().open(file.toString(), new OpenOptions().setSync(true)))
        .compose(f -> f.write(content).compose(w -> f.flush()).eventually(f::close));
  }
}
