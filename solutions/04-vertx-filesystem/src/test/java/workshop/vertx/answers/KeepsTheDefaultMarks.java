package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** pipeTo has back-pressure, and its default mark is at 128 KiB. */
@WrongAnswer(value = "The source runs ahead of the target", kind = AnswerKind.RESOURCE)
public class KeepsTheDefaultMarks extends BoundedCopy {

  @Override
  protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
    return source.pipeTo(target);
  }
}
