package workshop.vertx.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** A fixed limit. */
@WrongAnswer(value = "large.txt has 200001 lines", kind = AnswerKind.INPUT)
public class CountsTheFirstMegabyte extends GoldenRule {

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
