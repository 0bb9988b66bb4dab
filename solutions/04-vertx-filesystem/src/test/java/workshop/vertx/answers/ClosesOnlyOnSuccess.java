package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** compose() is skipped after a failure, and with it the closing. */
@WrongAnswer(value = "Left open: order.txt", kind = AnswerKind.RESOURCE)
public class ClosesOnlyOnSuccess extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    OpenOptions options = new OpenOptions().setTruncateExisting(true).setSync(true);
    return vertx
        .fileSystem()
        .open(file.toString(), options)
        .compose(opened -> opened.write(content).compose(written -> opened.close()));
  }
}
