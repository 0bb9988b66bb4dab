package workshop.vertx.answers.goldenrule;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/**
 * Wrong answers to {@link GoldenRule} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Blocks in runOnContext(), which runs on the event loop as well. */
  @WrongAnswer("you blocked the event loop")
  public static class BlocksTheEventLoopInItsContext extends GoldenRule {

    @Override
    public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
      Promise<Void> appended = Promise.promise();
      vertx.runOnContext(later -> {
        try {
          append(ledger, line);
          appended.complete();
        } catch (IOException e) {
          appended.fail(e);
        }
      });
      return appended.future();
    }
  }

  /** Blocks first and then returns a completed future. */
  @WrongAnswer("you blocked the event loop")
  public static class BlocksTheEventLoop extends GoldenRule {

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      try {
        return Future.succeededFuture(count(file));
      } catch (IOException e) {
        return Future.failedFuture(e);
      }
    }
  }

  /** Counts on a new thread and completes its promise there. */
  @WrongAnswer("was completed on the thread")
  public static class CountsOnANewThread extends GoldenRule {

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      Promise<Integer> p = Promise.promise();
      new Thread(
              () -> {
                try {
                  p.complete(count(file));
                } catch (IOException e) {
                  p.fail(e);
                }
              })
          .start();
      return p.future();
    }
  }

  /** Appends on a new thread for each line, one after the other, and completes the future there. */
  @WrongAnswer("The future of appendLine() was completed on the thread")
  public static class AppendsOnNewThreads extends GoldenRule {

    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    @Override
    public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
      CompletableFuture<Void> mine = new CompletableFuture<>();
      Thread thread =
          new Thread(() -> {
            try {
              append(ledger, line);
              mine.complete(null);
            } catch (IOException e) {
              mine.completeExceptionally(e);
            }
          });
      last.whenComplete((_, _) -> thread.start());
      last = mine;
      return Future.fromCompletionStage(mine);
    }
  }

  /** Sleeps on the event loop until the worker is done. */
  @WrongAnswer("you blocked the event loop")
  public static class SleepsOnTheEventLoop extends GoldenRule {

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

  /** Counts on virtual threads, which keep their carriers while they read. */
  @WrongAnswer("The counts ran on virtual threads")
  public static class CountsOnVirtualThreads extends GoldenRule {

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      Promise<Integer> counted = Promise.promise();
      Context context = vertx.getOrCreateContext();
      Thread.startVirtualThread(() -> {
        try {
          int lines = count(file);
          context.runOnContext(nothing -> counted.complete(lines));
        } catch (IOException e) {
          context.runOnContext(nothing -> counted.fail(e));
        }
      });
      return counted.future();
    }
  }
}
