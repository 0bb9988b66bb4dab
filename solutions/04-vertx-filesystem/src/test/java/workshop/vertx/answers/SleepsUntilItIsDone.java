package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Asks again and again, on the event loop, whether the worker is done. */
@WrongAnswer(value = "you blocked the event loop", kind = AnswerKind.CALLER)
public class SleepsUntilItIsDone extends GoldenRule {

  @Override
  public Future<Integer> countLines(Vertx vertx, Path file) {
    Future<Integer> counted = super.countLines(vertx, file);
    while (!counted.isComplete()) {
      try {
        TimeUnit.MILLISECONDS.sleep(5);
      } catch (InterruptedException e) {
        return Future.failedFuture(e);
      }
    }
    return counted;
  }
}
