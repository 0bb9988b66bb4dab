package workshop.completable.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Copies first, and puts the count into a future then. */
@WrongAnswer(value = "you blocked the caller", kind = AnswerKind.CALLER)
public class CopiesOnTheCaller extends StoppableCopy {

  @Override
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    try {
      return CompletableFuture.completedFuture(copied(from, to));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static long copied(Path from, Path to) throws IOException {
    try (FileChannel in = FileChannel.open(from, READ);
        FileChannel out = FileChannel.open(to, CREATE, TRUNCATE_EXISTING, WRITE)) {
      long count = 0;
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      while (in.read(chunk) != -1) {
        chunk.flip();
        while (chunk.hasRemaining()) {
          count += out.write(chunk);
        }
        chunk.clear();
      }
      return count;
    }
  }
}
