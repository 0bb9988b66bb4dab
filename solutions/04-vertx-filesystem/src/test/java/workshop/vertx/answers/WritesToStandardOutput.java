package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** The parameter is there to be used. */
@WrongAnswer(value = "printed nothing to the stream that it was given", kind = AnswerKind.INPUT)
public class WritesToStandardOutput extends WriteThenRead {

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    return super.run(vertx, file, System.out);
  }
}
