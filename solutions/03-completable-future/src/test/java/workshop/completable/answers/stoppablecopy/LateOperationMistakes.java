package workshop.completable.answers.stoppablecopy;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link StoppableCopy} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Checks the future before each read, but not before each write. */
  @WrongAnswer("but then the WRITE of copy.txt began")
  public static class AsksBeforeReadsOnly extends StoppableCopy {
    @Override
    protected long copyWhileWanted(Path from, Path to, Future<?> wanted) throws IOException {
      return new OwnCopy(from, to, wanted) {
        @Override
        boolean mayWrite() {
          return true;
        }
      }.copy();
    }
  }

  /** Checks the future between two chunks, but not before it opens the files. */
  @WrongAnswer("a file was still opened")
  public static class ForgetsToAskBeforeItOpens extends StoppableCopy {
    @Override
    protected void run(Path from, Path to, CompletableFuture<Long> copied) {
      try {
        copied.complete(copyWhileWanted(from, to, copied));
      } catch (Throwable e) {
        copied.completeExceptionally(e);
      }
    }
  }

  /** Checks the clock between two chunks, so a slow disk delays the deadline. */
  @WrongAnswer("checks the clock only between two chunks")
  public static class LooksAtTheClockBetweenChunks extends StoppableCopy {
    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = new CompletableFuture<>();
      long end = System.nanoTime() + deadline.toNanos();
      OwnCopy copy =
          new OwnCopy(from, to, copied) {
            @Override
            boolean mayRead() {
              if (System.nanoTime() >= end) {
                copied.completeExceptionally(new TimeoutException());
              }
              return super.mayRead();
            }
          };
      executor.execute(() -> copy.complete(copied));
      return copied;
    }
  }

  /** Starts the deadline when the task begins, not when it is submitted. */
  @WrongAnswer("not in the task")
  public static class SetsTheDeadlineInTheTask extends StoppableCopy {
    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = new CompletableFuture<>();
      executor.execute(() -> {
        copied.orTimeout(deadline.toNanos(), NANOSECONDS);
        run(from, to, copied);
      });
      return copied;
    }
  }

  /**
   * Completes the future in the last statement of the block, but the block closes only after that.
   */
  @WrongAnswer("the disk still holds the close")
  public static class CompletesBeforeBothFilesAreClosed extends StoppableCopy {
    @Override
    protected void run(Path from, Path to, CompletableFuture<Long> copied) {
      new OwnCopy(from, to, copied) {
        @Override
        long copy(FileChannel in, FileChannel out) throws IOException {
          long count = super.copy(in, out);
          copied.complete(count);
          return count;
        }
      }.complete(copied);
    }
  }

  /** Completes at the deadline only after the files are closed. */
  @WrongAnswer("deadline")
  public static class ReportsTheDeadlineWhenTheDiskAnswers extends StoppableCopy {
    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = new CompletableFuture<>();
      CompletableFuture<Long> told = new CompletableFuture<>();
      copied.orTimeout(deadline.toNanos(), NANOSECONDS);
      executor.execute(() -> {
        run(from, to, copied);
        copied.whenComplete((count, e) -> {
          if (e == null) {
            told.complete(count);
          } else {
            told.completeExceptionally(e);
          }
        });
      });
      return told;
    }
  }
}
