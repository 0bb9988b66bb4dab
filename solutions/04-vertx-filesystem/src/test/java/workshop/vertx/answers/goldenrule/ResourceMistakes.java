package workshop.vertx.answers.goldenrule;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Wrong answers to {@link GoldenRule} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Counts on a pool of two threads. */
  @WrongAnswer("Only 2 of 4 counts ran at the same time")
  public static class CountsAtMostTwoAtATime extends GoldenRule {
    private WorkerExecutor pool;

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      if (pool == null) {
        pool = vertx.createSharedWorkerExecutor("count", 2);
      }
      return pool.executeBlocking(() -> count(file), false);
    }
  }

  /** Creates a thread pool for each count and closes it. */
  @WrongAnswer("Each count ran on a thread of its own, and these threads have ended")
  public static class ClosesThePoolOfEachCount extends GoldenRule {

    private int counts;

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      WorkerExecutor pool = vertx.createSharedWorkerExecutor("counting-" + counts++, 1);
      return pool.executeBlocking(() -> count(file), false).eventually(pool::close);
    }
  }

  /** Creates a thread pool for each line and closes it. */
  @WrongAnswer("Each append ran on a thread of its own, and these threads have ended")
  public static class ClosesThePoolOfEachLine extends GoldenRule {

    private Future<Void> last = Future.succeededFuture();

    @Override
    public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
      last = last.transform(_ -> appendOnANewPool(vertx, ledger, line));
      return last;
    }

    private Future<Void> appendOnANewPool(Vertx vertx, Path ledger, String line) {
      WorkerExecutor pool = vertx.createSharedWorkerExecutor("appending", 1);
      return pool.<Void>executeBlocking(
              () -> {
                append(ledger, line);
                return null;
              })
          .eventually(pool::close);
    }
  }

  /** Creates a thread pool for each call and never closes it. */
  @WrongAnswer("these thread pools are left")
  public static class MakesAPoolForEachCall extends GoldenRule {

    private final List<WorkerExecutor> pools = new CopyOnWriteArrayList<>();

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      pools.add(vertx.createSharedWorkerExecutor("counting-" + pools.size()));
      return pools.getLast().executeBlocking(() -> count(file), false);
    }
  }
}
