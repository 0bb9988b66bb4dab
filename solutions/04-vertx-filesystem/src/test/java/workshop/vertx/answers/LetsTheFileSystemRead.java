package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.GoldenRule;

/** Reads on Vert.x's own pool, and counts where the result arrives. */
@RightAnswer
public class LetsTheFileSystemRead extends GoldenRule {

  @Override
  public Future<Integer> countLines(Vertx vertx, Path file) {
    return vertx
        .fileSystem()
        .readFile(file.toString())
        .map(content -> (int) content.toString().lines().count());
  }
}
