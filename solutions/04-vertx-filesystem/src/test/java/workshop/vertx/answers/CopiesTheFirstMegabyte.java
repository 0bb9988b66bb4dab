package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** Sets a length for the reading. */
@WrongAnswer("???")
public class CopiesTheFirstMegabyte extends BoundedCopy {

@Override
public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
FileSystem fs = vertx.fileSystem();
return fs.open(from.toString(), new OpenOptions().setWrite(false).setCreate(false)).compose(s ->
  fs.open(to.toString(), new OpenOptions().setTruncateExisting(true)).compose(t -> {
    s.setReadBufferSize(mark / 4).setReadLength(1 << 20); t.setWriteQueueMaxSize(mark / 2); return s.pipeTo(t);
  }).eventually(s::close));
}
}
