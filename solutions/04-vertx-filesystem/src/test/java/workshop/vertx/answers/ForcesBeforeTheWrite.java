package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** The flush comes first. */
@WrongAnswer(value = "was forced before the last byte was written", kind = AnswerKind.ORDER)
public class ForcesBeforeTheWrite extends DurableFile {

  @Override
  protected Future<Void> writeDurably(AsyncFile file, Buffer content) {
    return file.flush().compose(flushed -> file.write(content));
  }

  @Override
  protected OpenOptions options() {
    return super.options().setSync(false);
  }
}
