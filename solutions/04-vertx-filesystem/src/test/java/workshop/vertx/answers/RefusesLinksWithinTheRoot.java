package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** Links that stay below the root are fine. */
@WrongAnswer(
    value = "GET /today.txt should have been answered with the status 200",
    kind = AnswerKind.INPUT)
public class RefusesLinksWithinTheRoot extends FileServer {

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    return vertx.executeBlocking(
        () -> {
          String name = Resource.name(requestPath);
          Path file = root.resolve(name);
          if (!file.toRealPath().equals(root.toRealPath().resolve(name).normalize())) {
            throw new NoSuchFileException(name);
          }
          return look(root, name);
        },
        false);
  }
}
