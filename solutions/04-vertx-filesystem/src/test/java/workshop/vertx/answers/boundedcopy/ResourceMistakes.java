package workshop.vertx.answers.boundedcopy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** Wrong answers to {@link BoundedCopy} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Closes the target after pipeTo, which has closed it already. */
  @WrongAnswer("File handle is closed")
  public static class ClosesTheTargetTwice extends BoundedCopy {

    @Override
    protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
      return super.pipe(source, target, mark).compose(copied -> target.close());
    }
  }

  /** Leaves the source open: pipeTo closes only the target. */
  @WrongAnswer("Your code left a file open: delivery.bin")
  public static class ForgetsTheSource extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      FileSystem files = vertx.fileSystem();
      return files
          .open(from.toString(), new OpenOptions().setWrite(false).setCreate(false))
          .compose(source ->
              files
                  .open(to.toString(), new OpenOptions().setTruncateExisting(true))
                  .compose(target -> {
                    source.setReadBufferSize(mark / 4);
                    target.setWriteQueueMaxSize(mark / 2);
                    return source.pipeTo(target);
                  }));
    }
  }

  /** Uses pipeTo with its default mark of 128 KiB. */
  @WrongAnswer("The source runs ahead of the target")
  public static class KeepsTheDefaultMarks extends BoundedCopy {

    @Override
    protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
      return source.pipeTo(target);
    }
  }

  /** Leaves the target open when a read fails. */
  @WrongAnswer("Your code left a file open: shelf.bin")
  public static class LeaksTheTargetOnAReadError extends BoundedCopy {

    @Override
    protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
      source.setReadBufferSize(mark / 4);
      target.setWriteQueueMaxSize(mark / 2);
      return source.pipe().endOnFailure(false).to(target);
    }
  }

  /** Closes the source only after the pipe, so it stays open if the target cannot be opened. */
  @WrongAnswer("Your code left a file open: delivery.bin")
  public static class OpensTheTargetTooLate extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      FileSystem files = vertx.fileSystem();
      return files
          .open(from.toString(), new OpenOptions().setWrite(false).setCreate(false))
          .compose(source ->
              files
                  .open(to.toString(), new OpenOptions().setTruncateExisting(true))
                  .compose(target -> {
                    source.setReadBufferSize(mark / 4);
                    target.setWriteQueueMaxSize(mark / 2);
                    return source.pipeTo(target).eventually(source::close);
                  }));
    }
  }

  /** Reads on without waiting for the writes. */
  @WrongAnswer("The source runs ahead of the target")
  public static class WritesWithoutBackPressure extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      FileSystem files = vertx.fileSystem();
      return files
          .open(from.toString(), new OpenOptions().setWrite(false).setCreate(false))
          .compose(source ->
              files
                  .open(to.toString(), new OpenOptions().setTruncateExisting(true))
                  .compose(target -> flow(source, target, mark))
                  .eventually(source::close));
    }

    private static Future<Void> flow(AsyncFile source, AsyncFile target, int mark) {
      source.setReadBufferSize(mark / 4);
      Promise<Void> done = Promise.promise();
      source.exceptionHandler(done::tryFail);
      source.handler(chunk -> target.write(chunk).onFailure(done::tryFail));
      source.endHandler(end -> done.tryComplete());
      return done.future().eventually(target::close);
    }
  }
}
