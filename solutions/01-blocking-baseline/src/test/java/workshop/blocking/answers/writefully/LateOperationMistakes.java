package workshop.blocking.answers.writefully;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteFully} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  /** Ignores the error of a close that failed. */
  @WrongAnswer("The close failed")
  public static class DropsTheErrorOfTheClose extends WriteFully {
    @Override
    public void write(Path file, byte[] content) throws IOException {

      FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE);
      try {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      } finally {
        try {
          channel.close();
        } catch (IOException e) {
          // closed is closed
        }
      }
    }
  }
}
