package workshop.vertx.answers.fileserver;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** Wrong answers to {@link FileServer} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Refuses a path with a SecurityException. */
  @WrongAnswer("Fail the future of find() with NoSuchFileException")
  public static class FailsWithAnotherError extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return super.find(vertx, root, requestPath)
          .recover(e -> Future.failedFuture(new SecurityException(requestPath)));
    }
  }
}
