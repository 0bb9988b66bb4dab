package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** Opening a file is a disk operation like any other. */
@WrongAnswer(value = "you blocked the event loop", kind = AnswerKind.HELD_TOO_EARLY)
public class OpensOnTheLoop extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    OpenOptions options = new OpenOptions().setTruncateExisting(true).setSync(true);
    AsyncFile opened = vertx.fileSystem().openBlocking(file.toString(), options);
    return opened.write(content).eventually(opened::close);
  }
}
