package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** Reads on, whatever becomes of the writes. */
@WrongAnswer(value = "The source runs ahead of the target", kind = AnswerKind.RESOURCE)
public class WritesWithoutBackPressure extends BoundedCopy {

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
