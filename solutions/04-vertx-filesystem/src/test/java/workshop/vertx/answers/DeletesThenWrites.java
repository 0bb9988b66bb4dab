package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.WholeFiles;

/** Deletes what is there, if it is there. */
@RightAnswer
public class DeletesThenWrites extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    return vertx
        .executeBlocking(() -> Files.deleteIfExists(file))
        .compose(d -> super.writeThenRead(vertx, file, content));
  }
}
