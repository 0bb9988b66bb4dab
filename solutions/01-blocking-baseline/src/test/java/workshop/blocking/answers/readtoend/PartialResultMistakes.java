package workshop.blocking.answers.readtoend;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ReadToEnd} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  /** Appends the whole buffer after each read, with bytes that an earlier read left there. */
  @WrongAnswer("append exactly what each read returned")
  public static class AppendsTheWholeBuffer extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(16);
        while (channel.read(chunk) != -1) {
          all.write(chunk.array());
          chunk.clear();
        }
        return all.toByteArray();
      }
    }
  }

  /** Keeps a chunk only once it is full, and loses the last one. */
  @WrongAnswer("each read returned")
  public static class LosesTheLastChunk extends ReadToEnd {
    @Override
    public byte[] read(Path file) throws IOException {

      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        while (channel.read(chunk) != -1) {
          if (!chunk.hasRemaining()) {
            all.write(chunk.array(), 0, chunk.position());
            chunk.clear();
          }
        }
        return all.toByteArray();
      }
    }
  }

  /** Calls read once. */
  @WrongAnswer("each read returned at most 5 bytes")
  public static class ReadsOnlyOnce extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteBuffer chunk = ByteBuffer.allocate(1 << 20);
        int count = channel.read(chunk);
        return Arrays.copyOf(chunk.array(), Math.max(count, 0));
      }
    }
  }

  /** Takes a failed read for the end of the file. */
  @WrongAnswer("Let the IOException leave the method")
  public static class TakesAnErrorForTheEnd extends ReadToEnd {

    @Override
    public byte[] read(Path file) {
      try {
        return super.read(file);
      } catch (IOException e) {
        return new byte[0];
      }
    }
  }

  /** Returns no bytes if the file does not exist. */
  @WrongAnswer("The file does not exist")
  public static class TakesNoFileForAnEmptyOne extends ReadToEnd {
    @Override
    public byte[] read(Path file) throws IOException {

      try {
        return super.read(file);
      } catch (NoSuchFileException e) {
        return new byte[0];
      }
    }
  }

  /** Flips the buffer back instead of clearing it: after a short read, there is less room. */
  @WrongAnswer("400,000 operations on film.bin")
  public static class MakesNoRoomAgain extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        while (channel.read(chunk) != -1) {
          all.write(chunk.array(), 0, chunk.position());
          chunk.flip();
        }
        return all.toByteArray();
      }
    }
  }

  /** Takes a read that did not fill the buffer for the last one. */
  @WrongAnswer("each read returned at most 5 bytes")
  public static class TakesAShortReadForTheEnd extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        int count;
        do {
          chunk.clear();
          count = channel.read(chunk);
          all.write(chunk.array(), 0, Math.max(count, 0));
        } while (count == chunk.capacity());
        return all.toByteArray();
      }
    }
  }
}
