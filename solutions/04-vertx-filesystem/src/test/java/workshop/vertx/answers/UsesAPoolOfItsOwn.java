package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.GoldenRule;

/** Made once, for all calls; Vert.x closes it with itself. */
@RightAnswer
public class UsesAPoolOfItsOwn extends GoldenRule {

  private Vertx owner;
  private WorkerExecutor pool;

  @Override
  public Future<Integer> countLines(Vertx vertx, Path file) {
    return pool(vertx).executeBlocking(() -> count(file), false);
  }

  @Override
  public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
    return pool(vertx)
        .executeBlocking(() -> {
          append(ledger, line);
          return null;
        });
  }

  private WorkerExecutor pool(Vertx vertx) {
    if (owner != vertx) {
      owner = vertx;
      pool = vertx.createSharedWorkerExecutor("storeroom");
    }
    return pool;
  }
}
