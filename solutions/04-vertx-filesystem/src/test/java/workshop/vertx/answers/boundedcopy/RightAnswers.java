package workshop.vertx.answers.boundedcopy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.BoundedCopy;

/** Right answers to {@link BoundedCopy}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Copies with one buffer of the size of the mark, on a worker. */
  @RightAnswer
  public static class CopiesOnAWorkerInChunks extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      return vertx.executeBlocking(() -> {
        if (Files.exists(to) && Files.isSameFile(from, to)) {
          throw new IOException(from + " is " + to);
        }
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
            FileChannel out =
                FileChannel.open(
                    to,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
          ByteBuffer b = ByteBuffer.allocate(mark);
          while (in.read(b) != -1) {
            b.flip();
            while (b.hasRemaining()) {
              out.write(b);
            }
            b.clear();
          }
        }
        return null;
      });
    }
  }

  /** Reads the largest chunk that the mark allows, and writes it before it reads the next. */
  @RightAnswer
  public static class FillsTheMarkWithOneChunk extends BoundedCopy {

    @Override
    protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
      source.setReadBufferSize(mark);
      target.setWriteQueueMaxSize(mark);
      return source.pipeTo(target);
    }
  }

  /** Does what pipeTo does, with the methods of the streams. */
  @RightAnswer
  public static class PausesByHand extends BoundedCopy {

    @Override
    protected Future<Void> pipe(AsyncFile source, AsyncFile target, int mark) {
      source.setReadBufferSize(mark / 4);
      target.setWriteQueueMaxSize(mark / 2);
      Promise<Void> done = Promise.promise();
      source.exceptionHandler(done::tryFail);
      source.endHandler(end -> done.tryComplete());
      source.handler(chunk -> {
        target.write(chunk).onFailure(done::tryFail);
        if (target.writeQueueFull()) {
          source.pause();
          target.drainHandler(drained -> source.resume());
        }
      });
      return done.future().eventually(target::close);
    }
  }

  /** Uses pipe() instead of pipeTo(). */
  @RightAnswer
  public static class PipesThroughPipe extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      return check(vertx, from, to)
          .compose(c ->
              vertx
                  .fileSystem()
                  .open(from.toString(), new OpenOptions().setWrite(false).setCreate(false)))
          .compose(s ->
              vertx
                  .fileSystem()
                  .open(to.toString(), new OpenOptions().setTruncateExisting(true))
                  .compose(t -> {
                    s.setReadBufferSize(mark / 4);
                    t.setWriteQueueMaxSize(mark / 2);
                    return s.pipe().endOnComplete(false).to(t).eventually(t::close);
                  })
                  .eventually(s::close));
    }
  }

  /** Reads one chunk at a position, writes it, and reads the next. */
  @RightAnswer
  public static class ReadsOneChunkAtATime extends BoundedCopy {
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
}
