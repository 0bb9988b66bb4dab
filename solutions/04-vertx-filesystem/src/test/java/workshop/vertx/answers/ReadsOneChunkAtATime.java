package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.BoundedCopy;

/** One buffer at a time: read at its position, written there, and then the next. */
@RightAnswer
public class ReadsOneChunkAtATime extends BoundedCopy {
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

  @Override
  protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
    return next(source, target, 0, mark).eventually(target::close);
  }
}
