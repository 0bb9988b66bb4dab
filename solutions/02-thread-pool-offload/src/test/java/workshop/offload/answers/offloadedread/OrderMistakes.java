package workshop.offload.answers.offloadedread;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link OffloadedRead} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  /** Reads under a lock, so one read at a time can run. */
  @WrongAnswer("one after another")
  public static class ReadsOneAtATime extends OffloadedRead {

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      return pool.submit(() -> bytesOf(file));
    }

    private synchronized byte[] bytesOf(Path file) throws IOException {
      return Files.readAllBytes(file);
    }
  }
}
