package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** Forces through a channel of its own, on the event loop. */
@WrongAnswer(value = "The event loop itself asked the disk", kind = AnswerKind.HELD_TOO_EARLY)
public class ForcesOnTheLoop extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions().setTruncateExisting(true))
        .compose(f -> f.write(content).eventually(f::close))
        .compose(v -> {
          try (FileChannel c = FileChannel.open(file, StandardOpenOption.WRITE)) {
            c.force(true);
            return Future.<Void>succeededFuture();
          } catch (IOException e) {
            return Future.failedFuture(e);
          }
        });
  }
}
