package workshop.vertx.answers.goldenrule;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Wrong answers to {@link GoldenRule} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Opens the file on a worker, but reads its lines lazily, on the event loop. */
  @WrongAnswer("The event loop itself did disk work")
  public static class CountsLazilyOnTheEventLoop extends GoldenRule {

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      return vertx
          .executeBlocking(() -> Files.lines(file), false)
          .map(CountsLazilyOnTheEventLoop::count);
    }

    private static int count(Stream<String> lines) {
      try (lines) {
        return (int) lines.count();
      }
    }
  }
}
