package workshop.vertx.answers;

import static java.nio.file.StandardOpenOption.WRITE;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.DurableFile;

/** A worker forces what the AsyncFile has written: force() is about the file. */
@RightAnswer
public class ForcesThroughASecondHandle extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions().setTruncateExisting(true))
        .compose(opened -> opened.write(content).eventually(opened::close))
        .compose(written -> vertx.executeBlocking(() -> force(file)));
  }

  private static Void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, WRITE)) {
      channel.force(true);
    }
    return null;
  }
}
