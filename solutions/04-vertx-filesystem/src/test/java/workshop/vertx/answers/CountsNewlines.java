package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** Counts line ends; the last line needs none. */
@WrongAnswer(value = "unended.txt has 2 lines; the future gave 1", kind = AnswerKind.INPUT)
public class CountsNewlines extends GoldenRule {

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
