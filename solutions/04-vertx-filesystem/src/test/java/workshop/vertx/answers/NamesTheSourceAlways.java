package workshop.vertx.answers;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** Every error is one of the source. */
@WrongAnswer(value = "also names raw.txt, which did not fail", kind = AnswerKind.WORDS)
public class NamesTheSourceAlways extends AwaitedRecipe {

  @Override
  protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
      throws IOException {
    try {
      String text = files.readFile(from.toString()).await().toString();
      files.writeFile(to.toString(), Buffer.buffer(change.apply(text))).await();
    } catch (Exception e) {
      throw new IOException(from + ": " + e.getMessage(), e);
    }
  }
}
