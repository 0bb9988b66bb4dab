package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.GoldenRule;

/** Costs a thread for each call, and leaves none. */
@RightAnswer
public class ClosesThePoolOfEachCall extends GoldenRule {

  private final AtomicInteger calls = new AtomicInteger();

  @Override
  public Future<Integer> countLines(Vertx vertx, Path file) {
    WorkerExecutor pool =
        vertx.createSharedWorkerExecutor("counting-" + calls.incrementAndGet(), 1);
    return pool.executeBlocking(() -> count(file), false).eventually(pool::close);
  }
}
