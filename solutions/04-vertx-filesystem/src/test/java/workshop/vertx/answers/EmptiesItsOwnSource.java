package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** A copy onto itself empties the file, and reports success. */
@WrongAnswer(
    value = "Source and target were the same file, by the same name",
    kind = AnswerKind.INPUT)
public class EmptiesItsOwnSource extends BoundedCopy {

  @Override
  public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
    FileSystem fs = vertx.fileSystem();
    return fs.open(from.toString(), new OpenOptions().setWrite(false).setCreate(false))
        .compose(s ->
            fs.open(to.toString(), new OpenOptions().setRead(false).setTruncateExisting(true))
                .compose(t -> {
                  s.setReadBufferSize(mark / 4);
                  t.setWriteQueueMaxSize(mark / 2);
                  return s.pipeTo(t);
                })
                .eventually(s::close));
  }
}
