package workshop.vertx.answers.awaitedrecipe;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** Wrong answers to {@link AwaitedRecipe}: two steps are in the wrong order, or in none. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Empties the target before the change has returned. */
  @WrongAnswer("your code had already changed the target")
  public static class EmptiesTheTargetFirst extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change) {
      AsyncFile target =
          named(to, files.open(to.toString(), new OpenOptions().setTruncateExisting(true))).await();
      try {
        String text = named(from, files.readFile(from.toString())).await().toString();
        named(to, target.write(Buffer.buffer(change.apply(text)))).await();
      } finally {
        target.close().await();
      }
    }
  }
}
