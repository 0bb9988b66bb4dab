package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** A queue of the whole mark: the last chunk goes over it. */
@WrongAnswer(value = "The source runs ahead of the target", kind = AnswerKind.RESOURCE)
public class OverrunsByOneChunk extends BoundedCopy {

  @Override
  protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
    source.setReadBufferSize(mark / 3);
    target.setWriteQueueMaxSize(mark);
    return source.pipeTo(target);
  }
}
