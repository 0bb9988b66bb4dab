package workshop.vertx.answers;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** One byte, one letter. */
@WrongAnswer(
    value = "The bytes are UTF-8 and were decoded in another charset",
    kind = AnswerKind.INPUT)
public class DecodesAsLatin1 extends AwaitedRecipe {

  @Override
  protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
      throws IOException {
    String text = named(from, files.readFile(from.toString())).await().toString("ISO-8859-1");
    named(to, files.writeFile(to.toString(), Buffer.buffer(change.apply(text), "ISO-8859-1")))
        .await();
  }
}
