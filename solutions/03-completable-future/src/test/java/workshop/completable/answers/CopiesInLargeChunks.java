package workshop.completable.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.Future;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.RightAnswer;

/** Chunks of 64 KiB, in a direct buffer. */
@RightAnswer
public class CopiesInLargeChunks extends StoppableCopy {
  @Override
  protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
    try (FileChannel in = FileChannel.open(from, READ);
        FileChannel out = FileChannel.open(to, CREATE, TRUNCATE_EXISTING, WRITE)) {
      ByteBuffer chunk = ByteBuffer.allocateDirect(64 * 1024);
      while (!wanted.isDone() && in.read(chunk) >= 0) {
        chunk.flip();
        while (!wanted.isDone() && chunk.hasRemaining()) {
          out.write(chunk);
        }
        chunk.clear();
      }
      return out.position();
    }
  }
}
