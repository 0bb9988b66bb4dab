package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** Sees that a file is itself only if both names are the same. */
@WrongAnswer(value = "by a link to the same file", kind = AnswerKind.INPUT)
public class ComparesNamesOnly extends BoundedCopy {

  @Override
  public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
    if (from.equals(to)) {
      return Future.failedFuture(new IOException(from + " is " + to));
    }
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
