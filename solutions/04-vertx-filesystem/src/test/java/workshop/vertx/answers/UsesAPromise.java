package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.WholeFiles;

/** Handlers in place of compose. */
@RightAnswer
public class UsesAPromise extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    Promise<Buffer> done = Promise.promise();
    vertx
        .fileSystem()
        .writeFile(file.toString(), content)
        .onComplete(w -> {
          if (w.failed()) {
            done.fail(w.cause());
            return;
          }
          vertx.fileSystem().readFile(file.toString()).onComplete(done);
        });
    return done.future();
  }
}
