package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** Truncated, complete and closed, and lost in a power failure. */
@WrongAnswer(value = "never forced", kind = AnswerKind.PROMISE)
public class WritesWithWriteFile extends WriteThenRead {

  private static final String TEXT = "Hello, asynchronous Java!\nThis is a non-blocking operation.";

  @Override
  protected Future<Void> write(Vertx vertx, Path file) {
    return vertx.fileSystem().writeFile(file.toString(), Buffer.buffer(TEXT));
  }
}
