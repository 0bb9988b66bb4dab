package workshop.vertx.answers.durablefile;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.DurableFile;

/** Right answers to {@link DurableFile}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Syncs each write and flushes as well, and closes by hand on both paths. */
  @RightAnswer
  public static class FlushesAsWell extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      OpenOptions options = new OpenOptions().setTruncateExisting(true).setSync(true);
      return vertx
          .fileSystem()
          .open(file.toString(), options)
          .compose(opened ->
              opened
                  .write(content)
                  .compose(written -> opened.flush())
                  .transform(ended ->
                      opened
                          .close()
                          .transform(closed ->
                              ended.failed() || closed.succeeded()
                                  ? (Future<Void>) ended
                                  : Future.failedFuture(closed.cause()))));
    }
  }

  /** Forces on a worker, through a second channel to the same file. */
  @RightAnswer
  public static class ForcesThroughASecondHandle extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return vertx
          .fileSystem()
          .open(file.toString(), new OpenOptions().setTruncateExisting(true))
          .compose(opened -> opened.write(content).eventually(opened::close))
          .compose(written -> vertx.executeBlocking(() -> force(file)));
    }

    private static Void force(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, WRITE)) {
        channel.force(true);
      }
      return null;
    }
  }

  /** Writes with writeFile() and then forces the file on a worker. */
  @RightAnswer
  public static class ForcesWhatWasWrittenAsAWhole extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return vertx
          .fileSystem()
          .writeFile(file.toString(), content)
          .compose(written -> vertx.executeBlocking(() -> force(file)));
    }

    private static Void force(Path file) throws Exception {
      try (FileChannel channel = FileChannel.open(file, WRITE)) {
        channel.force(true);
        return null;
      }
    }
  }

  /** Truncates the file on a worker before it opens it. */
  @RightAnswer
  public static class TruncatesByHand extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return vertx
          .executeBlocking(() -> {
            try (FileChannel c =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
              c.truncate(0);
            }
            return null;
          })
          .compose(t -> vertx.fileSystem().open(file.toString(), new OpenOptions().setSync(true)))
          .compose(f -> f.write(content).compose(w -> f.flush()).eventually(f::close));
    }
  }

  /** Closes with end(), which does the same as close(). */
  @RightAnswer
  public static class UsesEnd extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return vertx
          .fileSystem()
          .open(file.toString(), new OpenOptions().setTruncateExisting(true).setSync(true))
          .compose(f ->
              f.write(content)
                  .compose(w -> f.flush())
                  .transform(r ->
                      f.end()
                          .transform(e ->
                              r.succeeded()
                                  ? e.succeeded()
                                      ? Future.<Void>succeededFuture()
                                      : Future.<Void>failedFuture(e.cause())
                                  : Future.<Void>failedFuture(r.cause()))));
    }
  }

  /** Writes in several parts, each after the one before. */
  @RightAnswer
  public static class WritesInPartsEachAwaited extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return vertx
          .fileSystem()
          .open(file.toString(), new OpenOptions().setTruncateExisting(true).setSync(true))
          .compose(f -> {
            Future<Void> chain = Future.succeededFuture();
            int step = Math.max(1, content.length() / 5);
            for (int i = 0; i < content.length(); i += step) {
              Buffer part = content.getBuffer(i, Math.min(i + step, content.length()));
              chain = chain.compose(v -> f.write(part));
            }
            return chain.compose(w -> f.flush()).eventually(f::close);
          });
    }
  }

  /** Does everything with a file channel, on a worker. */
  @RightAnswer
  public static class WritesOnAWorker extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return vertx.executeBlocking(() -> {
        try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
          ByteBuffer rest = ByteBuffer.wrap(content.getBytes());
          while (rest.hasRemaining()) {
            channel.write(rest);
          }
          channel.force(true);
        }
        return null;
      });
    }
  }
}
