package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.BoundedCopy;

/** Writes over what is there and cuts it when the end is known. */
@RightAnswer
public class TruncatesAtTheEnd extends BoundedCopy {

@Override
public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
return check(vertx, from, to).compose(c -> vertx.fileSystem().open(from.toString(), new OpenOptions().setWrite(false).setCreate(false))).compose(s ->
  vertx.fileSystem().open(to.toString(), new OpenOptions()).compose(t -> {
    s.setReadBufferSize(mark / 8); t.setWriteQueueMaxSize(mark / 2);
    return s.pipeTo(t);
  }).compose(v -> s.size()).compose(n -> vertx.fileSystem().truncate(to.toString(), n)).eventually(s::close));
}
}
