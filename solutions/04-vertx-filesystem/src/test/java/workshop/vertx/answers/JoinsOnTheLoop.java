package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Waits on the event loop for a result that only the event loop can deliver. */
@WrongAnswer(value = "You blocked the event loop", kind = AnswerKind.CALLER)
public class JoinsOnTheLoop extends WholeFiles {

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
