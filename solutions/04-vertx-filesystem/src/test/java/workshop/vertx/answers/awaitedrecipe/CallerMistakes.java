package workshop.vertx.answers.awaitedrecipe;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.AwaitedRecipe;

/**
 * Wrong answers to {@link AwaitedRecipe} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Does the right steps, but on the event loop. */
  @WrongAnswer("await() refused to wait")
  public static class AwaitsOnTheEventLoop extends AwaitedRecipe {

    @Override
    public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
      try {
        steps(vertx.fileSystem(), from, to, change);
        return Future.succeededFuture();
      } catch (IOException e) {
        return Future.failedFuture(e);
      }
    }
  }

  /** Blocks a worker instead of a virtual thread. */
  @WrongAnswer("vert.x-worker-thread")
  public static class BlocksAWorkerInstead extends AwaitedRecipe {

    @Override
    public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
      return vertx.executeBlocking(() -> {
        Files.writeString(to, change.apply(Files.readString(from)));
        return null;
      });
    }
  }

  /** Composes the steps, so the change runs on the event loop. */
  @WrongAnswer("called change on the thread")
  public static class ChangesOnTheLoop extends AwaitedRecipe {

    @Override
    public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
      return named(from, vertx.fileSystem().readFile(from.toString()))
          .compose(b ->
              named(
                  to,
                  vertx
                      .fileSystem()
                      .writeFile(to.toString(), Buffer.buffer(change.apply(b.toString())))));
    }
  }

  /** Reads with java.nio.file, which blocks the carrier while the disk works. */
  @WrongAnswer("A virtual thread itself did disk work")
  public static class ReadsOnTheVirtualThread extends AwaitedRecipe {

    @Override
    protected void steps(FileSystem files, Path from, Path to, UnaryOperator<String> change)
        throws IOException {
      Files.writeString(to, change.apply(Files.readString(from)));
    }
  }

  /** Starts a virtual thread without Vert.x, and so without a context. */
  @WrongAnswer("outside any context")
  public static class StartsABareVirtualThread extends AwaitedRecipe {

    @Override
    public Future<Void> transform(Vertx vertx, Path from, Path to, UnaryOperator<String> change) {
      Promise<Void> cooked = Promise.promise();
      Thread.ofVirtual()
          .start(() -> {
            try {
              steps(vertx.fileSystem(), from, to, change);
              cooked.complete();
            } catch (IOException e) {
              cooked.fail(e);
            }
          });
      return cooked.future();
    }
  }

  /** Waits with join(), which keeps the context busy. */
  @WrongAnswer("A virtual thread waits with join() or get()")
  public static class JoinsOnTheVirtualThread extends AwaitedRecipe {

    @Override
    protected <T> Future<T> named(Path file, Future<T> step) {
      return Future.succeededFuture(step.toCompletionStage().toCompletableFuture().join());
    }
  }
}
