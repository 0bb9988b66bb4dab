package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** A lexical check first, and then the real one. */
@RightAnswer
public class ChecksTheNormalizedNameToo extends FileServer {

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    return vertx.executeBlocking(
        () -> {
          String name = Resource.name(requestPath);
          if (!root.resolve(name).normalize().startsWith(root.normalize())) {
            throw new NoSuchFileException(name);
          }
          return look(root, name);
        },
        false);
  }
}
