package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** Below the root there are not only files. */
@WrongAnswer(value = "a directory is not one", kind = AnswerKind.INPUT)
public class FindsDirectoriesToo extends FileServer {

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    return vertx.executeBlocking(
        () -> {
          Path file = root.resolve(Resource.name(requestPath)).toRealPath();
          if (!file.startsWith(root.toRealPath())) {
            throw new NoSuchFileException(requestPath);
          }
          return new Resource(file, Files.size(file), Files.getLastModifiedTime(file).toInstant());
        },
        false);
  }
}
