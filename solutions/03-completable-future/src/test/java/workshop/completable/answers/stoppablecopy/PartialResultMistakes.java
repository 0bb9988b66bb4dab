package workshop.completable.answers.stoppablecopy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link StoppableCopy} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Takes a failed read for the end of the file. */
  @WrongAnswer("fail")
  public static class CountsAnErrorAsTheEnd extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      try {
        return super.copyWhileWanted(from, to, wanted);
      } catch (IOException e) {
        return Files.exists(to) ? Files.size(to) : 0;
      }
    }
  }

  /** Calls write once for each read, however few bytes it took. */
  @WrongAnswer("only up to byte 3000 of 10000")
  public static class ForgetsTheRestOfAChunk extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      return new OwnCopy(from, to, wanted) {
        @Override
        long write(FileChannel out, ByteBuffer chunk) throws IOException {
          return out.write(chunk);
        }
      }.copy();
    }
  }

  /** Completes with a number instead of a failure when the deadline passes. */
  @WrongAnswer("the future did not fail: it completed with -1")
  public static class CompletesWithANumberAtTheDeadline extends StoppableCopy {
    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      return super.copy(from, to, Duration.ofDays(1), executor)
          .completeOnTimeout(-1L, deadline.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** Takes a short read for the end of the file. */
  @WrongAnswer("short")
  public static class StopsAtAShortRead extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      return new OwnCopy(from, to, wanted) {
        @Override
        long copy(FileChannel in, FileChannel out) throws IOException {
          ByteBuffer chunk = chunk(in);
          int read = in.read(chunk);
          long count = write(out, chunk.flip());
          return read == chunk.capacity() ? count + copy(in, out) : count;
        }
      }.copy();
    }
  }
}
