package workshop.completable.answers.stoppablecopy;

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
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link StoppableCopy}: two steps are in the wrong order, or in none. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Writes what is behind the bytes that were read: the buffer was not flipped. */
  @WrongAnswer("copy.txt")
  public static class ForgetsToFlip extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      try (FileChannel in = FileChannel.open(from, READ);
          FileChannel out = FileChannel.open(to, CREATE, TRUNCATE_EXISTING, WRITE)) {
        long count = 0;
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        while (!wanted.isDone() && in.read(chunk) != -1) {
          while (!wanted.isDone() && chunk.hasRemaining()) {
            count += out.write(chunk);
          }
          chunk.clear();
        }
        return count;
      }
    }
  }
}
