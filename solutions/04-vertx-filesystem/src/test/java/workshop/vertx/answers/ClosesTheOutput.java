package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** The caller's stream is closed in the end. */
@WrongAnswer(value = "closed the stream that it was given", kind = AnswerKind.RESOURCE)
public class ClosesTheOutput extends WriteThenRead {

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    return super.run(vertx, file, out).onComplete(r -> out.close());
  }
}
