package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Each method has a twin that blocks its caller, and here the caller is the event loop. */
@WrongAnswer(value = "you blocked the event loop", kind = AnswerKind.CALLER)
public class UsesTheBlockingTwins extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    vertx.fileSystem().writeFileBlocking(file.toString(), content);
    return Future.succeededFuture(vertx.fileSystem().readFileBlocking(file.toString()));
  }
}
