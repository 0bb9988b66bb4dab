package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.GoldenRule;

/** Says what is the default. */
@RightAnswer
public class OrderedExplicitly extends GoldenRule {

  @Override
  public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
    return vertx.<Void>executeBlocking(
        () -> {
          append(ledger, line);
          return null;
        },
        true);
  }
}
