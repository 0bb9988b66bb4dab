package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.BoundedCopy;

/** The largest chunk that the mark allows: one is read, and none more until it is written. */
@RightAnswer
public class FillsTheMarkWithOneChunk extends BoundedCopy {

  @Override
  protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
    source.setReadBufferSize(mark);
    target.setWriteQueueMaxSize(mark);
    return source.pipeTo(target);
  }
}
