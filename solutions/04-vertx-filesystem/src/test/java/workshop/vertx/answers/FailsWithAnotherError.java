package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** Refuses with a SecurityException. */
@WrongAnswer(value = "Fail the future of find() with NoSuchFileException", kind = AnswerKind.WORDS)
public class FailsWithAnotherError extends FileServer {

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    return super.find(vertx, root, requestPath)
        .recover(e -> Future.failedFuture(new SecurityException(requestPath)));
  }
}
