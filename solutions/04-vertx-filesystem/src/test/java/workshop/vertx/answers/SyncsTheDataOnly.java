package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** One letter too many: with each write its data, and not all of the metadata. */
@WrongAnswer(value = "opened with setDsync(true)", kind = AnswerKind.PROMISE)
public class SyncsTheDataOnly extends DurableFile {

  @Override
  protected OpenOptions options() {
    return new OpenOptions().setTruncateExisting(true).setDsync(true);
  }

  @Override
  protected Future<Void> writeDurably(AsyncFile file, Buffer content) {
    return file.write(content);
  }
}
