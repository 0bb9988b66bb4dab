package workshop.vertx.answers.goldenrule;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Wrong answers to {@link GoldenRule} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Waits for the worker on the event loop, but not for long. */
  @WrongAnswer("was complete while the disk still held the OPEN of menu.txt")
  public static class GivesUpOnTheLoop extends GoldenRule {

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      CompletableFuture<Integer> n =
          vertx.executeBlocking(() -> count(file), false).toCompletionStage().toCompletableFuture();
      return Future.succeededFuture(
          n.orTimeout(300, TimeUnit.MILLISECONDS).exceptionally(e -> 0).join());
    }
  }
}
