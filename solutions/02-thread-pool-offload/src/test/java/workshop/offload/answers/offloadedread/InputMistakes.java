package workshop.offload.answers.offloadedread;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link OffloadedRead} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  /** Reads until a buffer of 1 MiB is full. */
  @WrongAnswer("mistakes a part of the file for the whole")
  public static class OffloadsOneMebibyte extends OffloadedRead {
    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {

      return pool.submit(() -> {
        try (FileChannel channel = FileChannel.open(file)) {
          ByteBuffer all = ByteBuffer.allocate(1 << 20);
          while (all.hasRemaining() && channel.read(all) != -1) {
            // keep reading
          }
          return Arrays.copyOf(all.array(), all.position());
        }
      });
    }
  }

  /** Converts the bytes to a String and back. */
  @WrongAnswer("MalformedInputException")
  public static class ReadsThroughAString extends OffloadedRead {
    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {

      return pool.submit(() -> Files.readString(file).getBytes(UTF_8));
    }
  }
}
