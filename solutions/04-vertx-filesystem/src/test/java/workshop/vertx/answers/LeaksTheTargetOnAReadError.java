package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** After a failure the target stays open. */
@WrongAnswer(value = "Left open: shelf.bin", kind = AnswerKind.RESOURCE)
public class LeaksTheTargetOnAReadError extends BoundedCopy {

  @Override
  protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
    source.setReadBufferSize(mark / 4);
    target.setWriteQueueMaxSize(mark / 2);
    return source.pipe().endOnFailure(false).to(target);
  }
}
