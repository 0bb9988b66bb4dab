package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.BoundedCopy;

/** One buffer of the mark, on a worker. */
@RightAnswer
public class CopiesOnAWorkerInChunks extends BoundedCopy {

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
