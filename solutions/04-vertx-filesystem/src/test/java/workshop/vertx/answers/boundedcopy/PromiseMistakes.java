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

/** Wrong answers to {@link BoundedCopy} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Drops the future of each write. */
  @WrongAnswer("it had to fail")
  public static class DropsWriteErrors extends BoundedCopy {

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
          target.drainHandler(drained -> source.resume());
        }
      });
      return done.future();
    }
  }

  /**
   * Calls FileSystem.copy(): the best way to copy, but the bytes do not pass through the program.
   */
  @WrongAnswer("FileSystem.copy()")
  public static class LetsTheSystemCopy extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      return vertx
          .fileSystem()
          .deleteRecursive(to.toString())
          .compose(gone -> vertx.fileSystem().copy(from.toString(), to.toString()));
    }
  }

  /** Pauses when the queue is full, and sets no drain handler. */
  @WrongAnswer("a stream that you paused but did not resume")
  public static class PausesAndForgetsToResume extends BoundedCopy {

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

  /** Does not look at the copy's error when a close fails. */
  @WrongAnswer("The future reports only: ")
  public static class ReportsTheCloseOnly extends BoundedCopy {
    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      OpenOptions reading = new OpenOptions().setWrite(false).setCreate(false);
      OpenOptions writing = new OpenOptions().setRead(false).setTruncateExisting(true);
      return check(vertx, from, to)
          .compose(checked -> vertx.fileSystem().open(from.toString(), reading))
          .compose(source ->
              vertx
                  .fileSystem()
                  .open(to.toString(), writing)
                  .compose(target -> pipe(source, target, mark))
                  .transform(copied ->
                      source
                          .close()
                          .compose(closed ->
                              copied.failed()
                                  ? Future.failedFuture(copied.cause())
                                  : Future.succeededFuture())));
    }
  }

  /** Opens the source with the default options, which create a missing file. */
  @WrongAnswer("The source was missing, and your code created")
  public static class CreatesTheSourceOfANewCopy extends BoundedCopy {
    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      OpenOptions writing = new OpenOptions().setTruncateExisting(true);
      return check(vertx, from, to)
          .compose(checked -> vertx.fileSystem().open(from.toString(), new OpenOptions()))
          .compose(source ->
              vertx
                  .fileSystem()
                  .open(to.toString(), writing)
                  .compose(target -> pipe(source, target, mark))
                  .eventually(source::close));
    }
  }
}
