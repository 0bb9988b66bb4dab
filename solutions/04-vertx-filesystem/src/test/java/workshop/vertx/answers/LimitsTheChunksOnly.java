package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.file.AsyncFile;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** Small chunks, and a queue that holds many of them. */
@WrongAnswer(value = "The source runs ahead of the target", kind = AnswerKind.RESOURCE)
public class LimitsTheChunksOnly extends BoundedCopy {

  @Override
  protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
    source.setReadBufferSize(mark / 4);
    return source.pipeTo(target);
  }
}
