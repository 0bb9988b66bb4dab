package workshop.vertx.answers;

import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** A new error, without the old one. */
@WrongAnswer(value = "own error is not among the causes", kind = AnswerKind.WORDS)
public class LosesTheCause extends AwaitedRecipe {

  @Override
  protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
      throws IOException {
    try {
      super.steps(files, from, to, change);
    } catch (IOException e) {
      throw new IOException(e.getMessage());
    }
  }
}
