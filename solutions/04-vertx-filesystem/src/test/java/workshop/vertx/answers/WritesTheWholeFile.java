package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** writeFile truncates and closes, and forces nothing. */
@WrongAnswer(value = "never forced", kind = AnswerKind.PROMISE)
public class WritesTheWholeFile extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    return vertx.fileSystem().writeFile(file.toString(), content);
  }
}
