package workshop.blocking.answers.readtoend;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ReadToEnd} that do two steps in the wrong order, or at the same time. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  /** Uses the count of a read before it checks for -1. */
  @WrongAnswer("that is what a read returns at the end of file")
  public static class CountsTheEndOfFile extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] chunk = new byte[8192];
      try (InputStream in = Files.newInputStream(file)) {
        int count;
        do {
          count = in.read(chunk);
          all.write(chunk, 0, count);
        } while (count != -1);
      }
      return all.toByteArray();
    }
  }

  /** Empties the buffer with get() and never clears it, so the next read has no room. */
  @WrongAnswer("into a buffer without room")
  public static class NeverClearsTheBuffer extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(16);
        while (channel.read(chunk) != -1) {
          byte[] bytes = new byte[chunk.flip().remaining()];
          chunk.get(bytes);
          all.write(bytes);
        }
        return all.toByteArray();
      }
    }
  }

  /**
   * Reads at position 0 each time. A position that is passed as an argument does not move by
   * itself.
   */
  @WrongAnswer("each returned the same 16 bytes")
  public static class ReadsTheSamePositionAgain extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(16);
        while (channel.read(chunk, 0) != -1 && all.size() < 1 << 24) {
          all.write(chunk.array(), 0, chunk.position());
          chunk.clear();
        }
        return all.toByteArray();
      }
    }
  }
}
