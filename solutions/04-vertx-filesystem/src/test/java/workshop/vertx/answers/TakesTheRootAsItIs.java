package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** The file's path is real, and the root's is whatever was given. */
@WrongAnswer(value = "take the real path of the root as well", kind = AnswerKind.INPUT)
public class TakesTheRootAsItIs extends FileServer {

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    return vertx.executeBlocking(
        () -> {
          Path file = root.resolve(Resource.name(requestPath)).toRealPath();
          if (!file.startsWith(root) || !Files.isRegularFile(file)) {
            throw new NoSuchFileException(requestPath);
          }
          BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
          return new Resource(file, attributes.size(), attributes.lastModifiedTime().toInstant());
        },
        false);
  }
}
