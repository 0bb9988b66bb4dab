package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** A fixed amount at the most. */
@WrongAnswer(value = "The file holds 1,048,576 bytes", kind = AnswerKind.INPUT)
public class WritesTheFirstPart extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    return super.write(vertx, file, content.slice(0, Math.min(content.length(), 1 << 20)));
  }
}
