package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Future.await() is for virtual threads. */
@WrongAnswer(value = "await() refused to wait", kind = AnswerKind.CALLER)
public class AwaitsOnTheLoop extends WholeFiles {

  @Override
  public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
    vertx.fileSystem().writeFile(file.toString(), content).await();
    return vertx.fileSystem().readFile(file.toString());
  }
}
