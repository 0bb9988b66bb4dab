package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** Awaits on a virtual thread of its own and never tells. */
@WrongAnswer(value = "the future of run() is not complete", kind = AnswerKind.PROMISE)
public class TellsOfSuccessOnly extends WriteThenRead {

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    Promise<Void> p = Promise.promise();
    super.run(vertx, file, out).onSuccess(v -> p.complete());
    return p.future();
  }
}
