package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** Closing a file does not make it durable. */
@WrongAnswer(value = "never forced", kind = AnswerKind.PROMISE)
public class ForgetsToFlush extends DurableFile {

  @Override
  protected Future<Void> writeDurably(AsyncFile file, Buffer content) {
    return file.write(content);
  }

  @Override
  protected OpenOptions options() {
    return super.options().setSync(false);
  }
}
