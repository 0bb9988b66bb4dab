package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.BoundedCopy;

/** The largest chunk that the mark allows: one is read, and none more until it is written. */
@RightAnswer
public class FillsTheMarkWithOneChunk extends BoundedCopy {

  @Override
  public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
    return vertx
        .fileSystem()
        .open(from.toString(), new OpenOptions().setWrite(false).setCreate(false))
        .compose(source ->
            vertx
                .fileSystem()
                .open(to.toString(), new OpenOptions().setTruncateExisting(true))
                .compose(target -> {
                  source.setReadBufferSize(mark);
                  target.setWriteQueueMaxSize(mark);
                  return source.pipeTo(target);
                })
                .eventually(source::close));
  }
}
