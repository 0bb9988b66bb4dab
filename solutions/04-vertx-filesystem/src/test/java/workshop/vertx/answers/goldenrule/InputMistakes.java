package workshop.vertx.answers.goldenrule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Wrong answers to {@link GoldenRule} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Counts with split(), which gets empty strings and trailing empty lines wrong. */
  @WrongAnswer("empty.txt has 0 lines, but your count was 1")
  public static class CountsBySplitting extends GoldenRule {

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      return vertx
          .fileSystem()
          .readFile(file.toString())
          .map(content -> content.toString().split("\n").length);
    }
  }

  /** Counts newlines, so a last line without one is missing. */
  @WrongAnswer("unended.txt has 2 lines, but your count was 1")
  public static class CountsNewlines extends GoldenRule {

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      return vertx
          .fileSystem()
          .readFile(file.toString())
          .map(b -> {
            int n = 0;
            for (byte x : b.getBytes()) {
              if (x == '\n') {
                n++;
              }
            }
            return n;
          });
    }
  }

  /** Counts the lines of the first megabyte. */
  @WrongAnswer("large.txt has 200001 lines")
  public static class CountsTheFirstMegabyte extends GoldenRule {

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      return vertx.executeBlocking(
          () -> {
            try (InputStream in = Files.newInputStream(file)) {
              return (int) new String(in.readNBytes(1 << 20), UTF_8).lines().count();
            }
          },
          false);
    }
  }

  /** Returns 0 for a missing file. */
  @WrongAnswer("it had to fail")
  public static class CountsNothingInAMissingFile extends GoldenRule {

    @Override
    public Future<Integer> countLines(Vertx vertx, Path file) {
      return vertx.executeBlocking(() -> Files.exists(file) ? count(file) : 0, false);
    }
  }
}
