package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** "Input/output error", and which file? */
@WrongAnswer(value = "An error without its path", kind = AnswerKind.WORDS)
public class LeavesOutThePath extends WriteThenRead {

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    return super.run(vertx, file, out)
        .recover(e -> Future.failedFuture(e.getCause() == null ? e : e.getCause()));
  }
}
