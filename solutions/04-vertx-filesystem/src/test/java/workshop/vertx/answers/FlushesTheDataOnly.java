package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** flush() is force(false): sync_data, not sync_all. */
@WrongAnswer(value = "AsyncFile.flush(), which is force(false)", kind = AnswerKind.PROMISE)
public class FlushesTheDataOnly extends DurableFile {

  @Override
  protected Future<Void> writeDurably(AsyncFile file, Buffer content) {
    return file.write(content).compose(written -> file.flush());
  }

  @Override
  protected OpenOptions options() {
    return super.options().setSync(false);
  }
}
