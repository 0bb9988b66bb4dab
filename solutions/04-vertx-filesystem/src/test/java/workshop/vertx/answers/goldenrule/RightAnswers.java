package workshop.vertx.answers.goldenrule;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.GoldenRule;

/** Right answers to {@link GoldenRule}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Chains the appends of each ledger; a failed line does not end the chain. */
  @RightAnswer
  public static class AppendsThroughAChainPerLedger extends GoldenRule {
    private final Map<Path, Future<Void>> tails = new HashMap<>();

    @Override
    public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
      Future<Void> mine =
          tails
              .getOrDefault(ledger, Future.succeededFuture())
              .transform(before ->
                  vertx.<Void>executeBlocking(
                      () -> {
                        append(ledger, line);
                        return null;
                      },
                      false));
      tails.put(ledger, mine);
      return mine;
    }
  }

  /** Starts each append when the previous one has ended, on workers without an order. */
  @RightAnswer
  public static class ChainsTheAppends extends GoldenRule {

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

  /** Completes a promise of its own. */
  @RightAnswer
  public static class CompletesAPromise extends GoldenRule {

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      Promise<Integer> p = Promise.promise();
      Context context = vertx.getOrCreateContext();
      vertx
          .executeBlocking(() -> Files.readAllLines(file), false)
          .onComplete(r -> {
            if (r.succeeded()) {
              p.complete(r.result().size());
            } else {
              p.fail(r.cause());
            }
          });
      return p.future();
    }
  }

  /** Reads with FileSystem.readFile() and counts the lines of its result. */
  @RightAnswer
  public static class LetsTheFileSystemRead extends GoldenRule {

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      return vertx
          .fileSystem()
          .readFile(file.toString())
          .map(content -> (int) content.toString().lines().count());
    }
  }

  /** States the default order explicitly. */
  @RightAnswer
  public static class OrderedExplicitly extends GoldenRule {

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

  /** Creates one worker pool for all calls; Vert.x closes it. */
  @RightAnswer
  public static class UsesAPoolOfItsOwn extends GoldenRule {

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
}
