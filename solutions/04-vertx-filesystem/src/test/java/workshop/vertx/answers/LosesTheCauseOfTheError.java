package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** A new error without the old one. */
@WrongAnswer(value = "own error is not among the causes", kind = AnswerKind.WORDS)
public class LosesTheCauseOfTheError extends WriteThenRead {

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    return super.run(vertx, file, out)
        .recover(e -> Future.failedFuture(new IOException(e.getMessage())));
  }
}
