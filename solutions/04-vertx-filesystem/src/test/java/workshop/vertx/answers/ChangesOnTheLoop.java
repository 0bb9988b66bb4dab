package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/** Reads on the loop's composition; the change runs on the event loop. */
@WrongAnswer(value = "change was called on the thread", kind = AnswerKind.CALLER)
public class ChangesOnTheLoop extends AwaitedRecipe {

  @Override
  public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
    return named(from, vertx.fileSystem().readFile(from.toString()))
        .compose(b ->
            named(
                to,
                vertx
                    .fileSystem()
                    .writeFile(to.toString(), Buffer.buffer(change.apply(b.toString())))));
  }
}
