package workshop.vertx.answers.awaitedrecipe;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** Wrong answers to {@link AwaitedRecipe} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Takes a failed read for an empty string. */
  @WrongAnswer("it had to fail")
  public static class ReadsEmptyOnError extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      String text = files.readFile(from.toString()).otherwise(Buffer.buffer()).await().toString();
      named(to, files.writeFile(to.toString(), Buffer.buffer(change.apply(text)))).await();
    }
  }
}
