package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** %252e becomes a dot, and so do names with a percent sign get lost. */
@WrongAnswer(value = "None of them is an attack", kind = AnswerKind.INPUT)
public class DecodesTwice extends FileServer {

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    return super.find(vertx, root, "/" + Resource.name(requestPath));
  }
}
