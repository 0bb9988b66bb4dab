package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Waits for the worker, on the loop. */
@WrongAnswer(
    value = "was complete while the disk still held the OPEN of menu.txt",
    kind = AnswerKind.IMPATIENCE)
public class GivesUpOnTheLoop extends GoldenRule {

  @Override
  public Future<Integer> countLines(Vertx vertx, Path file) {
    CompletableFuture<Integer> n =
        vertx.executeBlocking(() -> count(file), false).toCompletionStage().toCompletableFuture();
    return Future.succeededFuture(
        n.orTimeout(300, TimeUnit.MILLISECONDS).exceptionally(e -> 0).join());
  }
}
