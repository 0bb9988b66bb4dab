package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** Only looking, not reading: and yet it is the disk that is asked. */
@WrongAnswer(value = "The event loop itself asked the disk", kind = AnswerKind.CALLER)
public class LooksOnTheLoop extends FileServer {

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    try {
      Path file = root.resolve(Resource.name(requestPath)).toRealPath();
      if (!file.startsWith(root.toRealPath())) {
        throw new NoSuchFileException(requestPath);
      }
      return Future.succeededFuture(look(file));
    } catch (IOException e) {
      return Future.failedFuture(e);
    }
  }

  private static Resource look(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new NoSuchFileException(file.toString());
    }
    return new Resource(file, attributes.size(), attributes.lastModifiedTime().toInstant());
  }
}
