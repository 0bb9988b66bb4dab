package workshop.vertx.answers.wholefiles;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/**
 * Wrong answers to {@link WholeFiles} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Calls Future.await() on the event loop. */
  @WrongAnswer("await() refused to wait")
  public static class AwaitsOnTheLoop extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      vertx.fileSystem().writeFile(file.toString(), content).await();
      return vertx.fileSystem().readFile(file.toString());
    }
  }

  /** Waits on the event loop for a result that only the event loop can deliver. */
  @WrongAnswer("You blocked the event loop")
  public static class JoinsOnTheLoop extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      CompletableFuture<Void> written =
          vertx
              .fileSystem()
              .writeFile(file.toString(), content)
              .toCompletionStage()
              .toCompletableFuture();
      try {
        written.get();
      } catch (InterruptedException | ExecutionException e) {
        return Future.failedFuture(e);
      }
      return vertx.fileSystem().readFile(file.toString());
    }
  }

  /** Starts a thread for each call and completes the future there. */
  @WrongAnswer("was completed on the thread")
  public static class StartsAThread extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      Promise<Buffer> done = Promise.promise();
      new Thread(
              () -> {
                try {
                  Files.write(file, content.getBytes());
                  done.complete(Buffer.buffer(Files.readAllBytes(file)));
                } catch (IOException e) {
                  done.fail(e);
                }
              })
          .start();
      return done.future();
    }
  }

  /** Calls the blocking methods of FileSystem on the event loop. */
  @WrongAnswer("you blocked the event loop")
  public static class UsesTheBlockingMethods extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      vertx.fileSystem().writeFileBlocking(file.toString(), content);
      return Future.succeededFuture(vertx.fileSystem().readFileBlocking(file.toString()));
    }
  }

  /** Checks on the event loop whether the file exists. */
  @WrongAnswer("The event loop itself did disk work")
  public static class LooksOnTheEventLoop extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      if (Files.exists(file)) {
        return super.writeThenRead(vertx, file, content);
      }
      return vertx
          .fileSystem()
          .createFile(file.toString())
          .compose(created -> super.writeThenRead(vertx, file, content));
    }
  }

  /** Completes its promise on the virtual thread that did the work. */
  @WrongAnswer("was completed on a virtual thread")
  public static class CompletesOnAVirtualThread extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      Promise<Buffer> done = Promise.promise();
      Thread.startVirtualThread(() -> {
        try {
          Files.write(file, content.getBytes());
          done.complete(Buffer.buffer(Files.readAllBytes(file)));
        } catch (IOException e) {
          done.fail(e);
        }
      });
      return done.future();
    }
  }
}
