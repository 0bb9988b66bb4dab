package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** pipeTo has closed it. */
@WrongAnswer(value = "File handle is closed", kind = AnswerKind.RESOURCE)
public class ClosesTheTargetTwice extends BoundedCopy {

  @Override
  protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
    return super.pipe(source, target, mark).compose(copied -> target.close());
  }
}
