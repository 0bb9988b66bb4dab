package workshop.offload.answers.offloadedread;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link OffloadedRead} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  /** Calls read once, with a buffer as large as the file. */
  @WrongAnswer("a short read is not the end")
  public static class ReadsOnlyOnce extends OffloadedRead {
    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      return pool.submit(() -> {
        try (FileChannel channel = FileChannel.open(file)) {
          ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
          channel.read(bytes);
          return bytes.array();
        }
      });
    }
  }

  /** Catches the error in the task, and returns an empty result. */
  @WrongAnswer("an error was swallowed")
  public static class TakesAnErrorForAnEmptyFile extends OffloadedRead {

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      return pool.submit(() -> {
        try {
          return Files.readAllBytes(file);
        } catch (IOException e) {
          return new byte[0];
        }
      });
    }
  }
}
