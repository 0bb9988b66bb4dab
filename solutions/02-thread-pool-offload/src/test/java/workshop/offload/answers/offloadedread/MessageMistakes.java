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

/** Wrong answers to {@link OffloadedRead} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  /** Throws an exception without the disk's error as its cause. */
  @WrongAnswer("The original error is lost")
  public static class WrapsWhatFails extends OffloadedRead {
    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {

      return pool.submit(() -> {
        try {
          return Files.readAllBytes(file);
        } catch (IOException e) {
          throw new IllegalStateException("reading failed");
        }
      });
    }
  }
}
