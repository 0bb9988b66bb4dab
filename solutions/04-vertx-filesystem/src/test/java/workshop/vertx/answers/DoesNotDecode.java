package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** Takes the path as it was sent. */
@WrongAnswer(
    value = "should have been answered with the status 200 and got 404",
    kind = AnswerKind.INPUT)
public class DoesNotDecode extends FileServer {

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    return vertx.executeBlocking(() -> look(root, requestPath.substring(1)), false);
  }
}
