package workshop.offload.answers.cancellableread;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link CancellableRead} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  /** Names the file without its directories. */
  @WrongAnswer("names the file without its directories")
  public static class NamesNoDirectories extends CancellableRead {
    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {

      try {
        return reading.get();
      } catch (ExecutionException e) {
        Throwable why = e.getCause();
        throw new IOException("cannot read " + file.getFileName() + ": " + why.getClass(), why);
      } catch (InterruptedException e) {
        reading.cancel(true);
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for " + file);
      }
    }
  }

  /** Throws the cause as it is, but the error of a failed read does not name the file. */
  @WrongAnswer("does not name the file")
  public static class RethrowsTheCause extends CancellableRead {

    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {
      try {
        return reading.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof IOException why) {
          throw why;
        }
        throw new IOException("cannot read " + file + ": " + e.getCause(), e.getCause());
      } catch (InterruptedException e) {
        reading.cancel(true);
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted: " + file);
      }
    }
  }

  /** Reports a failed read when its wait was interrupted. */
  @WrongAnswer("the error does not say so")
  public static class SaysNothingOfTheInterrupt extends CancellableRead {
    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {

      try {
        return reading.get();
      } catch (ExecutionException e) {
        throw new IOException("cannot read " + file + ": " + e.getCause(), e.getCause());
      } catch (InterruptedException e) {
        reading.cancel(true);
        Thread.currentThread().interrupt();
        throw new IOException("cannot read " + file);
      }
    }
  }

  /** Throws the ExecutionException as the cause, so the disk's error is the cause of a cause. */
  @WrongAnswer("await() hides the")
  public static class ThrowsTheWrapper extends CancellableRead {

    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {
      try {
        return reading.get();
      } catch (ExecutionException e) {
        throw new IOException("cannot read " + file, e);
      } catch (InterruptedException e) {
        throw interrupted(reading, file);
      }
    }

    static IOException interrupted(Future<byte[]> reading, Path file) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
      return new InterruptedIOException("interrupted: " + file);
    }
  }

  /** Unwraps down to the last cause, and loses the disk's error on the way. */
  @WrongAnswer("await() hides the")
  public static class UnwrapsToTheRoot extends CancellableRead {
    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {

      try {
        return reading.get();
      } catch (ExecutionException e) {
        Throwable why = e;
        while (why.getCause() != null) {
          why = why.getCause();
        }
        throw new IOException("cannot read " + file + ": " + why, why);
      } catch (InterruptedException e) {
        reading.cancel(true);
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for " + file);
      }
    }
  }
}
