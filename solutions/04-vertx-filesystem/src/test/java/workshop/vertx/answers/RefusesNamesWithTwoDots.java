package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** A name may contain two dots. */
@WrongAnswer(value = "None of them is an attack", kind = AnswerKind.INPUT)
public class RefusesNamesWithTwoDots extends FileServer {

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    if (Resource.name(requestPath).contains("..")) {
      return Future.failedFuture(new NoSuchFileException(requestPath));
    }
    return super.find(vertx, root, requestPath);
  }
}
