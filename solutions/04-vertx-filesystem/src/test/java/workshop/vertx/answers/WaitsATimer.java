package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Reads after a while, when the write will be done. */
@WrongAnswer(value = "was opened for reading", kind = AnswerKind.ORDER)
public class WaitsATimer extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    Promise<Buffer> done = Promise.promise();
    vertx.fileSystem().writeFile(file.toString(), content);
    vertx.setTimer(50, t -> vertx.fileSystem().readFile(file.toString()).onComplete(done));
    return done.future();
  }
}
