package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** No check at all for an absolute name. */
@WrongAnswer("???")
public class ResolvesOnlyTheName extends FileServer {

@Override
public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
return vertx.executeBlocking(() -> {
  Path file = root.resolve(Resource.name(requestPath)).toRealPath();
  BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
  if (Resource.name(requestPath).contains("..") || !a.isRegularFile()) { throw new NoSuchFileException(requestPath); }
  return new Resource(file, a.size(), a.lastModifiedTime().toInstant());
}, false);
}
}
