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

/** The text /site-of-others starts with /site too. */
@WrongAnswer(
    value = "site-of-others/secret.txt was answered with a file outside",
    kind = AnswerKind.INPUT)
public class ComparesTexts extends FileServer {

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    return vertx.executeBlocking(
        () -> {
          Path file = root.resolve(Resource.name(requestPath)).toRealPath();
          if (!file.toString().startsWith(root.toRealPath().toString())) {
            throw new NoSuchFileException(requestPath);
          }
          return look(file);
        },
        false);
  }

  private static Resource look(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new NoSuchFileException(file.toString());
    }
    return new Resource(file, attributes.size(), attributes.lastModifiedTime().toInstant());
  }
}
