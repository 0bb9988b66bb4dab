package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.WholeFiles;

/** A worker may wait: that is its job. */
@RightAnswer
public class BlocksAWorker extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    return vertx.executeBlocking(() -> {
      Files.write(file, content.getBytes());
      return Buffer.buffer(Files.readAllBytes(file));
    });
  }
}
