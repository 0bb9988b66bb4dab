package workshop.vertx.answers.fileserver;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/**
 * Wrong answers to {@link FileServer} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Calls executeBlocking in order, so all requests wait for one slow file. */
  @WrongAnswer("executeBlocking keeps its calls in order")
  public static class FindsOneAfterTheOther extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return vertx.executeBlocking(() -> {
        Path file = root.resolve(Resource.name(requestPath)).toRealPath();
        if (!file.startsWith(root.toRealPath())) {
          throw new NoSuchFileException(requestPath);
        }
        return look(file);
      });
    }

    private static Resource look(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw new NoSuchFileException(file.toString());
      }
      return new Resource(file, attributes.size(), attributes.lastModifiedTime().toInstant());
    }
  }

  /** Reads small files with executeBlocking in order, so all requests wait for one slow file. */
  @WrongAnswer("A request for quick.txt waited for slow.txt")
  public static class ReadsOneAfterTheOther extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      Reply reply = Reply.to(request, resource);
      if (reply.length() == 0 || reply.length() > 16 * 1024) {
        return super.send(vertx, resource, request);
      }
      return vertx
          .executeBlocking(() -> read(resource.file(), reply))
          .compose(bytes -> reply.announce(request.response()).end(bytes));
    }
  }
}
