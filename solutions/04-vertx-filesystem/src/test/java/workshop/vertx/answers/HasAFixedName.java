package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** Always the same file. */
@WrongAnswer(value = "my_async_file.txt", kind = AnswerKind.INPUT)
public class HasAFixedName extends WriteThenRead {

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    return super.run(vertx, Path.of("my_async_file.txt"), out);
  }
}
