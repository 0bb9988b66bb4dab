package workshop.offload.answers.offloadedread;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link OffloadedRead} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  /** Never closes the stream that it reads from. */
  @WrongAnswer("Left open")
  public static class LeavesTheFileOpen extends OffloadedRead {

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      return pool.submit(() -> Files.newInputStream(file).readAllBytes());
    }
  }
}
