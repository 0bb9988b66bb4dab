package workshop.vertx.answers;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** An IOException, as promised, but it names none of the two files. */
@WrongAnswer(value = "names the file", kind = AnswerKind.WORDS)
public class LosesThePath extends AwaitedRecipe {

  @Override
  protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
      throws IOException {
    try {
      String text = files.readFile(from.toString()).await().toString();
      files.writeFile(to.toString(), Buffer.buffer(change.apply(text))).await();
    } catch (Exception e) {
      throw new IOException("The recipe failed", e);
    }
  }
}
