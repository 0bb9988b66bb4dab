package workshop.offload.answers.cancellableread;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link CancellableRead} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  /** Ends its loop at an interrupt, and returns what it has by then. */
  @WrongAnswer("mistakes a part of the file for the whole")
  public static class EndsTheLoopWhenInterrupted extends CancellableRead {
    @Override
    protected byte[] readAll(Path file) throws IOException {

      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        while (!Thread.interrupted() && channel.read(chunk) != -1) {
          all.write(chunk.array(), 0, chunk.position());
          chunk.clear();
        }
        return all.toByteArray();
      }
    }
  }

  /** Returns an empty array when its caller is interrupted. */
  @WrongAnswer("but await() returned normally")
  public static class ReturnsNothingWhenInterrupted extends CancellableRead {

    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {
      try {
        return super.await(reading, file);
      } catch (InterruptedIOException e) {
        return new byte[0];
      }
    }
  }

  /** Returns no bytes for a read that other code canceled. */
  @WrongAnswer("await() returned a result")
  public static class TakesACanceledReadingForAnEmptyFile extends CancellableRead {
    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {

      try {
        return super.await(reading, file);
      } catch (CancellationException e) {
        return new byte[0];
      }
    }
  }

  /** Returns null when the read is interrupted. */
  @WrongAnswer("mistakes a part of the file for the whole")
  public static class ReturnsNullWhenInterrupted extends CancellableRead {

    @Override
    protected byte[] readAll(Path file) throws IOException {
      try {
        return super.readAll(file);
      } catch (ClosedByInterruptException e) {
        return null;
      }
    }
  }
}
