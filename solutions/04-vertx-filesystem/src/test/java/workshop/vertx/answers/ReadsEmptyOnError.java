package workshop.vertx.answers;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** An unreadable file is an empty text. */
@WrongAnswer(value = "it had to fail", kind = AnswerKind.PARTIAL_RESULT)
public class ReadsEmptyOnError extends AwaitedRecipe {

  @Override
  protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
      throws IOException {
    String text = files.readFile(from.toString()).otherwise(Buffer.buffer()).await().toString();
    named(to, files.writeFile(to.toString(), Buffer.buffer(change.apply(text)))).await();
  }
}
