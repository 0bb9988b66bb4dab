package workshop.vertx.answers.boundedcopy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/**
 * Wrong answers to {@link BoundedCopy} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Empties the target before it knows that there is a source. */
  @WrongAnswer("your code emptied the target")
  public static class OpensTheTargetFirst extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      FileSystem fs = vertx.fileSystem();
      return fs.open(to.toString(), new OpenOptions().setTruncateExisting(true))
          .compose(t ->
              fs.open(from.toString(), new OpenOptions().setWrite(false).setCreate(false))
                  .compose(s -> {
                    s.setReadBufferSize(mark / 4);
                    t.setWriteQueueMaxSize(mark / 2);
                    return s.pipeTo(t).eventually(s::close);
                  })
                  .recover(e -> t.close().transform(x -> Future.failedFuture(e))));
    }
  }

  /** Opens both at the same time, so the target is emptied even if the source cannot be opened. */
  @WrongAnswer("The source could not be opened, and your code emptied the target")
  public static class OpensBothAtOnce extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      FileSystem files = vertx.fileSystem();
      OpenOptions emptied = new OpenOptions().setRead(false).setTruncateExisting(true);
      return check(vertx, from, to)
          .compose(checked -> {
            Future<AsyncFile> target = files.open(to.toString(), emptied);
            return files
                .open(from.toString(), new OpenOptions().setWrite(false).setCreate(false))
                .onFailure(e -> target.compose(AsyncFile::close))
                .compose(
                    source -> target.compose(t -> pipe(source, t, mark)).eventually(source::close));
          });
    }
  }
}
