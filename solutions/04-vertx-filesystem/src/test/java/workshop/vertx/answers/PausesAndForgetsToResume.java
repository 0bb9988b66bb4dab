package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** No drain handler: a full queue ends it all. */
@WrongAnswer("???")
public class PausesAndForgetsToResume extends BoundedCopy {

@Override
public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
FileSystem fs = vertx.fileSystem();
return fs.open(from.toString(), new OpenOptions().setWrite(false).setCreate(false)).compose(s ->
  fs.open(to.toString(), new OpenOptions().setTruncateExisting(true)).compose(t -> {
    s.setReadBufferSize(mark / 4); t.setWriteQueueMaxSize(mark / 2);
    Promise<Void> done = Promise.promise();
    s.exceptionHandler(done::tryFail); s.endHandler(e -> t.close().onComplete(done));
    s.handler(b -> { t.write(b); if (t.writeQueueFull()) { s.pause(); } });
    return done.future();
  }).eventually(s::close));
}
}
