package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** pipeTo has back-pressure, and its default mark is at 128 KiB. */
@WrongAnswer("The source runs ahead of the target")
public class KeepsTheDefaultMarks extends BoundedCopy {

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
    return source.pipeTo(target);
  }
}
