package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** Sets a length for the reading. */
@WrongAnswer(value = "The target holds 1,048,576 bytes", kind = AnswerKind.INPUT)
public class CopiesTheFirstMegabyte extends BoundedCopy {

  @Override
  protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
    source.setReadLength(1 << 20);
    return super.pipe(source, target, mark);
  }
}
