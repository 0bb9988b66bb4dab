package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** A new time with each request, so no client ever has the file already. */
@WrongAnswer(value = "not the time of asking", kind = AnswerKind.INPUT)
public class TakesTheTimeOfAsking extends FileServer {

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    return vertx.executeBlocking(
        () -> {
          Path file = root.resolve(Resource.name(requestPath)).toRealPath();
          if (!file.startsWith(root.toRealPath()) || !Files.isRegularFile(file)) {
            throw new NoSuchFileException(requestPath);
          }
          BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
          return new Resource(file, attributes.size(), Instant.now());
        },
        false);
  }
}
