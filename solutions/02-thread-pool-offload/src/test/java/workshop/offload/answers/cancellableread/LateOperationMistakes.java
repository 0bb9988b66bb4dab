package workshop.offload.answers.cancellableread;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link CancellableRead} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  /** Reads with Files.readAllBytes, which ignores interrupts and goes on to the end. */
  @WrongAnswer("ignores interrupts")
  public static class IgnoresInterrupts extends CancellableRead {

    @Override
    public Future<byte[]> start(Path file, ExecutorService pool) {
      return pool.submit(() -> Files.readAllBytes(file));
    }
  }

  /** Reads the whole file in one read, so a cancel comes too late. */
  @WrongAnswer("there is no next chunk")
  public static class ReadsTheWholeFileAtOnce extends CancellableRead {
    @Override
    protected byte[] readAll(Path file) throws IOException {

      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteBuffer all = ByteBuffer.allocate((int) channel.size());
        while (all.hasRemaining() && channel.read(all) != -1) {
          // keep reading
        }
        return all.array();
      }
    }
  }
}
