package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** Its own workers look. */
@RightAnswer
public class UsesAPoolForLooking extends FileServer {
  private WorkerExecutor pool;

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    if (pool == null) {
      pool = vertx.createSharedWorkerExecutor("looking", 4);
    }
    return pool.executeBlocking(() -> look(root, Resource.name(requestPath)), false);
  }
}
