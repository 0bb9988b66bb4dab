package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** The flush overtakes the write: both are only on their way. */
@WrongAnswer(value = "still held the WRITE when the FORCE came", kind = AnswerKind.ORDER)
public class FlushesWithoutWaiting extends DurableFile {

  @Override
  public Future<Void> write(Vertx vertx, Path file, Buffer content) {
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions().setTruncateExisting(true))
        .compose(opened ->
            Future.all(opened.write(content), opened.flush()).eventually(opened::close).mapEmpty());
  }
}
