package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Catches exceptions only, and an Error leaves the promise open. */
@WrongAnswer(value = "was completed on the thread", kind = AnswerKind.CALLER)
public class CountsOnANewThread extends GoldenRule {

  @Override
  public Future<Integer> countLines(Vertx vertx, Path file) {
    Promise<Integer> p = Promise.promise();
    new Thread(
            () -> {
              try {
                p.complete(count(file));
              } catch (IOException e) {
                p.fail(e);
              }
            })
        .start();
    return p.future();
  }
}
