package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.GoldenRule;

/** Keeps the last future and goes on from there; workers in any order. */
@RightAnswer
public class ChainsTheAppends extends GoldenRule {

  private Future<Void> last = Future.succeededFuture();

  @Override
  public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
    Callable<Void> appending =
        () -> {
          append(ledger, line);
          return null;
        };
    last = last.transform(ended -> vertx.executeBlocking(appending, false));
    return last;
  }
}
