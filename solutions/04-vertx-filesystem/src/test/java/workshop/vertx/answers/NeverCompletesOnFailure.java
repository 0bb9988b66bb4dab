package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** The promise is completed on success only. */
@WrongAnswer(value = "the future of writeThenRead() is not complete", kind = AnswerKind.PROMISE)
public class NeverCompletesOnFailure extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    Promise<Buffer> done = Promise.promise();
    super.writeThenRead(vertx, file, content).onSuccess(done::complete);
    return done.future();
  }
}
