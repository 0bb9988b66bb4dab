package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** close() waits for the write, but the error of the write was in the future that is dropped. */
@WrongAnswer(value = "it had to fail", kind = AnswerKind.PROMISE)
public class DropsTheWritesFuture extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    OpenOptions options = new OpenOptions().setTruncateExisting(true).setSync(true);
    return vertx
        .fileSystem()
        .open(file.toString(), options)
        .compose(opened -> {
          opened.write(content);
          return opened.close();
        });
  }
}
