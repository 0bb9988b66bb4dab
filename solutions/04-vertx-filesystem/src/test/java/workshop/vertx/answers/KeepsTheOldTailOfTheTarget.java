package workshop.vertx.answers;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** Opens the target as the options are by default. */
@WrongAnswer(value = "the old tail is still in the file", kind = AnswerKind.INPUT)
public class KeepsTheOldTailOfTheTarget extends AwaitedRecipe {

  @Override
  protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
      throws IOException {
    String text = named(from, files.readFile(from.toString())).await().toString();
    AsyncFile out = named(to, files.open(to.toString(), new OpenOptions())).await();
    try {
      named(to, out.write(Buffer.buffer(change.apply(text)))).await();
    } finally {
      out.close().await();
    }
  }
}
