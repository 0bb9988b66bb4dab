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

/** %2e is a dot, after the check. */
@WrongAnswer(value = "a file outside of the root", kind = AnswerKind.INPUT)
public class SearchesForDotsBeforeDecoding extends FileServer {

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    if (requestPath.contains("..") || requestPath.startsWith("//")) {
      return Future.failedFuture(new NoSuchFileException(requestPath));
    }
    return vertx.executeBlocking(() -> look(root.resolve(Resource.name(requestPath))), false);
  }

  private static Resource look(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new NoSuchFileException(file.toString());
    }
    return new Resource(file, attributes.size(), attributes.lastModifiedTime().toInstant());
  }
}
