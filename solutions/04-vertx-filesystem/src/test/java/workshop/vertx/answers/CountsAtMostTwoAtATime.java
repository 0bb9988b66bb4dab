package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** A pool that is too small for those that ask. */
@WrongAnswer(value = "2 of them reached the disk", kind = AnswerKind.RESOURCE)
public class CountsAtMostTwoAtATime extends GoldenRule {
  private WorkerExecutor pool;

  @Override
  public Future<Integer> countLines(Vertx vertx, Path file) {
    if (pool == null) {
      pool = vertx.createSharedWorkerExecutor("count", 2);
    }
    return pool.executeBlocking(() -> count(file), false);
  }
}
