package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.BoundedCopy;

/** The pipe, with its settings. */
@RightAnswer
public class PipesThroughPipe extends BoundedCopy {

  @Override
  public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
    return check(vertx, from, to)
        .compose(c ->
            vertx
                .fileSystem()
                .open(from.toString(), new OpenOptions().setWrite(false).setCreate(false)))
        .compose(s ->
            vertx
                .fileSystem()
                .open(to.toString(), new OpenOptions().setTruncateExisting(true))
                .compose(t -> {
                  s.setReadBufferSize(mark / 4);
                  t.setWriteQueueMaxSize(mark / 2);
                  return s.pipe().endOnComplete(false).to(t).eventually(t::close);
                })
                .eventually(s::close));
  }
}
