package workshop.offload.answers.cancellableread;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link CancellableRead} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  /** Casts the cause to IOException, which fails if the cause is an Error. */
  @WrongAnswer("Do not cast the cause")
  public static class CastsTheCause extends CancellableRead {

    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {
      try {
        return reading.get();
      } catch (ExecutionException e) {
        IOException why = (IOException) e.getCause();
        throw new IOException("cannot read " + file + ": " + why.getMessage(), why);
      } catch (InterruptedException e) {
        reading.cancel(true);
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted: " + file);
      }
    }
  }

  /** Reads at most 128 chunks. */
  @WrongAnswer("returned only 640,000")
  public static class ReadsAFixedNumberOfChunks extends CancellableRead {
    @Override
    protected byte[] readAll(Path file) throws IOException {

      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        for (int i = 0; i < 128 && channel.read(chunk) != -1; i++) {
          all.write(chunk.array(), 0, chunk.position());
          chunk.clear();
        }
        return all.toByteArray();
      }
    }
  }
}
