package workshop.vertx.answers;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** The errors of Vert.x's file system name the file, and are no IOException. */
@WrongAnswer(value = "The file is named, but this is not an IOException", kind = AnswerKind.WORDS)
public class LeavesTheErrorAsItIs extends AwaitedRecipe {

  @Override
  protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
      throws IOException {
    String text = files.readFile(from.toString()).await().toString();
    files.writeFile(to.toString(), Buffer.buffer(change.apply(text))).await();
  }
}
