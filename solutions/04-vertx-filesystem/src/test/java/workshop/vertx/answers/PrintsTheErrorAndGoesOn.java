package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** A line on the screen is not an error for the caller. */
@WrongAnswer(value = "as if nothing had happened", kind = AnswerKind.PROMISE)
public class PrintsTheErrorAndGoesOn extends WriteThenRead {

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    return super.run(vertx, file, out)
        .recover(e -> {
          out.println("Something went wrong: " + e);
          return Future.succeededFuture();
        });
  }
}
