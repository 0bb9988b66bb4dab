package workshop.vertx.answers.boundedcopy;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** Wrong answers to {@link BoundedCopy} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Copies in a loop, and trusts each write to take the whole buffer. */
  @WrongAnswer("A write may take fewer bytes than it was given")
  public static class WritesEachChunkOnce extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      return check(vertx, from, to)
          .compose(_ -> vertx.executeBlocking(() -> copied(from, to, mark), false));
    }

    private static Void copied(Path from, Path to, int mark) throws IOException {
      try (FileChannel in = FileChannel.open(from);
          FileChannel out = FileChannel.open(to, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ByteBuffer chunk = ByteBuffer.allocate(mark);
        while (in.read(chunk) >= 0) {
          out.write(chunk.flip());
          chunk.clear();
        }
      }
      return null;
    }
  }

  /** Takes a chunk that is not full for the end of the file. */
  @WrongAnswer("Each write took all bytes that it was given")
  public static class StopsAtAShortRead extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      OpenOptions source = new OpenOptions().setCreate(false).setWrite(false);
      OpenOptions target = new OpenOptions().setRead(false).setTruncateExisting(true);
      return vertx
          .fileSystem()
          .open(from.toString(), source)
          .compose(in ->
              vertx
                  .fileSystem()
                  .open(to.toString(), target)
                  .compose(out -> copy(in, out, 0, mark).eventually(out::close))
                  .eventually(in::close));
    }

    private static Future<Void> copy(AsyncFile in, AsyncFile out, long at, int mark) {
      return in.read(Buffer.buffer(mark), 0, at, mark)
          .compose(chunk ->
              chunk.length() < mark
                  ? Future.succeededFuture()
                  : out.write(chunk, at).compose(_ -> copy(in, out, at + mark, mark)));
    }
  }
}
