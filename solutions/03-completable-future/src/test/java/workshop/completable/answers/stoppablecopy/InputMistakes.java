package workshop.completable.answers.stoppablecopy;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link StoppableCopy} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Cuts the deadline to whole seconds. */
  @WrongAnswer("The deadline is 50 ms")
  public static class CutsTheDeadlineToSeconds extends StoppableCopy {
    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      return super.copy(from, to, Duration.ofSeconds(deadline.toSeconds()), executor);
    }
  }

  /** Cuts the deadline to whole milliseconds. */
  @WrongAnswer("The deadline is 0.9 ms")
  public static class CutsTheDeadlineToMilliseconds extends StoppableCopy {
    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      return super.copy(from, to, Duration.ofMillis(deadline.toMillis()), executor);
    }
  }

  /** Does not truncate the target. */
  @WrongAnswer("tail")
  public static class DoesNotTruncateTheTarget extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      return new OwnCopy(from, to, wanted) {
        @Override
        FileChannel openTarget() throws IOException {
          return FileChannel.open(to, CREATE, WRITE);
        }
      }.copy();
    }
  }

  /**
   * Makes the chunk as large as a small file. For an empty file, the chunk has no room, and the
   * loop never ends.
   */
  @WrongAnswer("into a buffer without room")
  public static class HangsOnAnEmptyFile extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      return new OwnCopy(from, to, wanted) {
        @Override
        ByteBuffer chunk(FileChannel in) throws IOException {
          return ByteBuffer.allocate((int) Math.min(in.size(), 8192));
        }
      }.copy();
    }
  }
}
