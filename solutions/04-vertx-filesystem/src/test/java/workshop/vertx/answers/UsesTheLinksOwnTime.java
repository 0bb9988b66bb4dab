package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** The size and time of the link, not of what it leads to. */
@WrongAnswer(value = "GET /today.txt was answered with 500", kind = AnswerKind.INPUT)
public class UsesTheLinksOwnTime extends FileServer {

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    return vertx.executeBlocking(
        () -> {
          Resource found = look(root, Resource.name(requestPath));
          BasicFileAttributes a =
              Files.readAttributes(
                  root.resolve(Resource.name(requestPath)),
                  BasicFileAttributes.class,
                  LinkOption.NOFOLLOW_LINKS);
          return new Resource(found.file(), a.size(), a.lastModifiedTime().toInstant());
        },
        false);
  }
}
