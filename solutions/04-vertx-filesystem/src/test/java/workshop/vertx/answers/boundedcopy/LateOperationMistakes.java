package workshop.vertx.answers.boundedcopy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** Wrong answers to {@link BoundedCopy} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Starts to close the source, and does not wait for the close. */
  @WrongAnswer("was complete while the disk still held the CLOSE of delivery.bin")
  public static class ClosesTheSourceUnobserved extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      return check(vertx, from, to)
          .compose(checked ->
              vertx
                  .fileSystem()
                  .open(from.toString(), new OpenOptions().setWrite(false).setCreate(false)))
          .compose(source ->
              vertx
                  .fileSystem()
                  .open(to.toString(), new OpenOptions().setTruncateExisting(true))
                  .compose(target -> pipe(source, target, mark))
                  .onComplete(done -> source.close()));
    }
  }

  /** Completes its promise at the end of the source, although the last write may not be done. */
  @WrongAnswer("the last write is not done")
  public static class CompletesBeforeTheLastWrite extends BoundedCopy {

    @Override
    protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
      Promise<Void> done = Promise.promise();
      source.setReadBufferSize(mark / 4);
      target.setWriteQueueMaxSize(mark / 2);
      source.exceptionHandler(done::tryFail);
      source.endHandler(end -> done.tryComplete());
      source.handler(chunk -> {
        target.write(chunk).onFailure(done::tryFail);
        if (target.writeQueueFull()) {
          source.pause();
          target.drainHandler(drained -> source.resume());
        }
      });
      return done.future().onComplete(ended -> target.close());
    }
  }
}
