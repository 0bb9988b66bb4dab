package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** Empties the target, and then sees that there is no source. */
@WrongAnswer(value = "the target was emptied anyway", kind = AnswerKind.ORDER)
public class OpensTheTargetFirst extends BoundedCopy {

  @Override
  public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
    FileSystem fs = vertx.fileSystem();
    return fs.open(to.toString(), new OpenOptions().setTruncateExisting(true))
        .compose(t ->
            fs.open(from.toString(), new OpenOptions().setWrite(false).setCreate(false))
                .compose(s -> {
                  s.setReadBufferSize(mark / 4);
                  t.setWriteQueueMaxSize(mark / 2);
                  return s.pipeTo(t).eventually(s::close);
                })
                .recover(e -> t.close().transform(x -> Future.failedFuture(e))));
  }
}
