package workshop.vertx.answers;

import static java.nio.file.StandardOpenOption.WRITE;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.DurableFile;

/** Vert.x puts an error of its own around the disk's; both are there. */
@RightAnswer
public class ForcesWhatWasWrittenAsAWhole extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .writeFile(file.toString(), content)
        .compose(written -> vertx.executeBlocking(() -> force(file)));
  }

  private static Void force(Path file) throws Exception {
    try (FileChannel channel = FileChannel.open(file, WRITE)) {
      channel.force(true);
      return null;
    }
  }
}
