package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.BoundedCopy;

/** What pipeTo does, with the words of the streams themselves. */
@RightAnswer
public class PausesByHand extends BoundedCopy {

  @Override
  public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
    FileSystem files = vertx.fileSystem();
    return files
        .open(from.toString(), new OpenOptions().setWrite(false).setCreate(false))
        .compose(source ->
            files
                .open(to.toString(), new OpenOptions().setTruncateExisting(true))
                .compose(target -> flow(source, target, mark))
                .eventually(source::close));
  }

  private static Future<Void> flow(AsyncFile source, AsyncFile target, int mark) {
    source.setReadBufferSize(mark / 4);
    target.setWriteQueueMaxSize(mark / 2);
    Promise<Void> done = Promise.promise();
    target.exceptionHandler(done::tryFail);
    source.exceptionHandler(done::tryFail);
    source.endHandler(end -> done.tryComplete());
    source.handler(chunk -> {
      target.write(chunk).onFailure(done::tryFail);
      if (target.writeQueueFull()) {
        source.pause();
        target.drainHandler(drained -> source.resume());
      }
    });
    return done.future().eventually(target::close);
  }
}
