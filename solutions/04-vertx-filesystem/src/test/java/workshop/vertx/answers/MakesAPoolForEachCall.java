package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Nobody closes them; those that nobody knows any more the collector would close, some day. */
@WrongAnswer(value = "these pools of threads are left", kind = AnswerKind.RESOURCE)
public class MakesAPoolForEachCall extends GoldenRule {

  private final List<WorkerExecutor> pools = new CopyOnWriteArrayList<>();

  @Override
  public Future<Integer> countLines(Vertx vertx, Path file) {
    pools.add(vertx.createSharedWorkerExecutor("counting-" + pools.size()));
    return pools.getLast().executeBlocking(() -> count(file), false);
  }
}
