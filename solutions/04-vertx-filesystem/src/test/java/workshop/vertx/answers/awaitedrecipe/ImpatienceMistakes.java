package workshop.vertx.answers.awaitedrecipe;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** Wrong answers to {@link AwaitedRecipe} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Awaits the read for a minute only. */
  @WrongAnswer("waits for the read with a time limit")
  public static class GivesUpOnTheRead extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      try {
        String text =
            named(from, files.readFile(from.toString())).await(1, TimeUnit.MINUTES).toString();
        named(to, files.writeFile(to.toString(), Buffer.buffer(change.apply(text)))).await();
      } catch (TimeoutException e) {
        throw new IOException(from + ": " + e, e);
      }
    }
  }

  /** Awaits the write for a minute only. */
  @WrongAnswer("waits for the write with a time limit")
  public static class GivesUpOnTheWrite extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      String text = named(from, files.readFile(from.toString())).await().toString();
      try {
        named(to, files.writeFile(to.toString(), Buffer.buffer(change.apply(text))))
            .await(1, TimeUnit.MINUTES);
      } catch (TimeoutException e) {
        throw new IOException(to + ": " + e, e);
      }
    }
  }
}
