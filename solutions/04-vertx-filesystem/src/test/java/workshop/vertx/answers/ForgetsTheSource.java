package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** pipeTo closes the target, but not the source. */
@WrongAnswer(value = "Left open: delivery.bin", kind = AnswerKind.RESOURCE)
public class ForgetsTheSource extends BoundedCopy {

  @Override
  public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
    FileSystem files = vertx.fileSystem();
    return files
        .open(from.toString(), new OpenOptions().setWrite(false).setCreate(false))
        .compose(source ->
            files
                .open(to.toString(), new OpenOptions().setTruncateExisting(true))
                .compose(target -> {
                  source.setReadBufferSize(mark / 4);
                  target.setWriteQueueMaxSize(mark / 2);
                  return source.pipeTo(target);
                }));
  }
}
