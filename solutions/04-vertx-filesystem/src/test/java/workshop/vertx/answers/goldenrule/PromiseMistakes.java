package workshop.vertx.answers.goldenrule;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Wrong answers to {@link GoldenRule} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Returns a completed future while the append is still running. */
  @WrongAnswer("Success is reported too early")
  public static class CompletesBeforeTheAppend extends GoldenRule {

    @Override
    public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
      vertx.executeBlocking(() -> {
        append(ledger, line);
        return null;
      });
      return Future.succeededFuture();
    }
  }

  /** Skips all lines after one that failed. */
  @WrongAnswer("failed as well, although its own append had no error")
  public static class StopsAtAFailedLine extends GoldenRule {

    private Future<Void> tail = Future.succeededFuture();

    @Override
    public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
      tail = tail.compose(before -> vertx.executeBlocking(() -> write(ledger, line), false));
      return tail;
    }

    private Void write(Path ledger, String line) throws Exception {
      append(ledger, line);
      return null;
    }
  }

  /** Remembers counts, and so misses that files change. */
  @WrongAnswer("changed and has 3 lines now")
  public static class CachesCounts extends GoldenRule {

    private final Map<Path, Future<Integer>> known = new ConcurrentHashMap<>();

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      return known.computeIfAbsent(file, path -> super.countLines(vertx, path));
    }
  }

  /** Appends all lines that are waiting with a single append. */
  @WrongAnswer("several lines with one append")
  public static class AppendsLinesTogether extends GoldenRule {

    private String lines = "";
    private Future<Void> tail = Future.succeededFuture();

    @Override
    public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
      boolean first = lines.isEmpty();
      lines += first ? line : "\n" + line;
      if (first) {
        tail =
            tail.transform(ended -> {
              String all = lines;
              lines = "";
              return super.appendLine(vertx, ledger, all);
            });
      }
      return tail;
    }
  }
}
