package workshop.vertx.answers;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.GoldenRule;

/** Many ways lead off the loop. */
@RightAnswer
public class CountsOnVirtualThreads extends GoldenRule {

  @Override
  public Future<Integer> countLines(Vertx vertx, Path file) {
    Promise<Integer> p = Promise.promise();
    Context context = vertx.getOrCreateContext();
    vertx
        .executeBlocking(() -> Files.readAllLines(file), false)
        .onComplete(r -> {
          if (r.succeeded()) {
            p.complete(r.result().size());
          } else {
            p.fail(r.cause());
          }
        });
    return p.future();
  }
}
