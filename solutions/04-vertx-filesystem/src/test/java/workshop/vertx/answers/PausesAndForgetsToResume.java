package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.file.AsyncFile;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** Has no drain handler: a full queue ends it all. */
@WrongAnswer(value = "a step that was paused and not resumed", kind = AnswerKind.PROMISE)
public class PausesAndForgetsToResume extends BoundedCopy {

  @Override
  protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
    source.setReadBufferSize(mark / 4);
    target.setWriteQueueMaxSize(mark / 2);
    Promise<Void> done = Promise.promise();
    source.exceptionHandler(done::tryFail);
    source.endHandler(end -> target.close().onComplete(done));
    source.handler(chunk -> {
      target.write(chunk);
      if (target.writeQueueFull()) {
        source.pause();
      }
    });
    return done.future();
  }
}
