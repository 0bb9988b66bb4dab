package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.BoundedCopy;

/** One buffer at a time, read at its position, written there, and then the next. */
@RightAnswer
public class ReadsOneChunkAtATime extends BoundedCopy {

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
    return next(source, target, 0, mark).eventually(target::close);
  }

  private static Future<Void> next(AsyncFile source, AsyncFile target, long position, int mark) {
    return source
        .read(Buffer.buffer(), 0, position, mark)
        .compose(chunk ->
            chunk.length() == 0
                ? Future.succeededFuture()
                : target
                    .write(chunk, position)
                    .compose(written -> next(source, target, position + chunk.length(), mark)));
  }
}
