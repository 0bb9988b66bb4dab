package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** A failure leaves the caller waiting. */
@WrongAnswer(value = "the future of write() is not complete", kind = AnswerKind.PROMISE)
public class CompletesOnSuccessOnly extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    Promise<Void> done = Promise.promise();
    super.write(vertx, file, content).onSuccess(done::complete);
    return done.future();
  }
}
