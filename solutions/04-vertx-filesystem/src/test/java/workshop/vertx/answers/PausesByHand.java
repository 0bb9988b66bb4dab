package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.file.AsyncFile;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.BoundedCopy;

/** Does what pipeTo does, with the methods of the streams. */
@RightAnswer
public class PausesByHand extends BoundedCopy {

  @Override
  protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
    source.setReadBufferSize(mark / 4);
    target.setWriteQueueMaxSize(mark / 2);
    Promise<Void> done = Promise.promise();
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
