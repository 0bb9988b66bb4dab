package workshop.vertx.answers;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** Applies the change to try it, and then again. */
@WrongAnswer(value = "change was called 2 times", kind = AnswerKind.INPUT)
public class ChangesTwice extends AwaitedRecipe {

  @Override
  protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
      throws IOException {
    String text = named(from, files.readFile(from.toString())).await().toString();
    change.apply(text);
    named(to, files.writeFile(to.toString(), Buffer.buffer(change.apply(text)))).await();
  }
}
