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

/** Takes a FIFO for a file. */
@WrongAnswer(value = "GET /pipe was answered with 200", kind = AnswerKind.INPUT)
public class FindsWithoutCheckingForAFile extends FileServer {

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    return vertx.executeBlocking(
        () -> {
          Path file = root.resolve(Resource.name(requestPath)).toRealPath();
          BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
          if (!file.startsWith(root.toRealPath()) || a.isDirectory()) {
            throw new NoSuchFileException(requestPath);
          }
          return new Resource(file, a.size(), a.lastModifiedTime().toInstant());
        },
        false);
  }
}
