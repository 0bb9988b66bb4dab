package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.GoldenRule;

/** There is a line in an empty text then, and none of the empty ones at the end. */
@WrongAnswer(value = "empty.txt has 0 lines; the future gave 1", kind = AnswerKind.INPUT)
public class CountsBySplitting extends GoldenRule {

  @Override
  public Future<Integer> countLines(Vertx vertx, Path file) {
    return vertx
        .fileSystem()
        .readFile(file.toString())
        .map(content -> content.toString().split("\n").length);
  }
}
