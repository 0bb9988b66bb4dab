package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** Announces both steps and their success before either has begun. */
@WrongAnswer(value = "Compare line by line", kind = AnswerKind.ORDER)
public class ReportsSuccessAtOnce extends WriteThenRead {

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    out.println("Successfully wrote to " + file.getFileName());
    return super.run(vertx, file, out);
  }
}
