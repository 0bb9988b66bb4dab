package workshop.blocking.answers.writefully;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteFully} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  /** Does not flip the buffer after put(), so nothing remains to be written. */
  @WrongAnswer("can be written only after flip()")
  public static class ForgetsToFlip extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ByteBuffer rest = ByteBuffer.allocate(content.length);
        rest.put(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
    }
  }

  /** Treats an interrupt, which closes the channel, as success. */
  @WrongAnswer("An interrupt closed the channel")
  public static class IgnoresAnInterrupt extends WriteFully {
    @Override
    public void write(Path file, byte[] content) throws IOException {

      try {
        super.write(file, content);
      } catch (ClosedByInterruptException e) {
        // the caller will notice
      }
    }
  }

  /** Writes the rest of the content to the start of the file again. */
  @WrongAnswer("position 0 again")
  public static class ResumesAtTheStart extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest, 0);
        }
        channel.force(true);
      }
    }
  }

  /** Repeats transferFrom, although the first one has taken all bytes out of the source. */
  @WrongAnswer("calls of transferFrom")
  public static class TransfersTheRest extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ReadableByteChannel source = Channels.newChannel(new ByteArrayInputStream(content));
        long written = 0;
        while (written < content.length) {
          written += channel.transferFrom(source, written, content.length - written);
        }
        channel.force(true);
      }
    }
  }

  /** Repeats transferFrom until it moves nothing, which does not mean that all is written. */
  @WrongAnswer("the next transferFrom cannot find them")
  public static class TransfersUntilNothingMoves extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ReadableByteChannel source = Channels.newChannel(new ByteArrayInputStream(content));
        long written = 0;
        long moved = -1;
        while (moved != 0) {
          moved = channel.transferFrom(source, written, content.length - written);
          written += moved;
        }
        channel.force(true);
      }
    }
  }

  /** Catches the error of a full disk, and returns as if all bytes had been written. */
  @WrongAnswer("Let the IOException leave the method")
  public static class SwallowsTheFullDisk extends WriteFully {

    @Override
    public void write(Path file, byte[] content) {
      try {
        super.write(file, content);
      } catch (IOException e) {
        // "cannot happen"
      }
    }
  }

  /** Resumes a partial write at most twice. */
  @WrongAnswer("written only up to byte")
  public static class TriesThreeTimes extends WriteFully {
    @Override
    public void write(Path file, byte[] content) throws IOException {

      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        for (int i = 0; i < 3 && rest.hasRemaining(); i++) {
          channel.write(rest);
        }
        channel.force(true);
      }
    }
  }

  /** Calls rewind() instead of flip(), and writes the unused rest of the buffer as well. */
  @WrongAnswer("Your code wrote more than the content")
  public static class WritesAllOfItsBuffer extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ByteBuffer rest = ByteBuffer.allocate(1024).put(content).rewind();
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
    }
  }

  /** Calls write once. */
  @WrongAnswer("written only up to byte 2 of 27")
  public static class WritesOnlyOnce extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        channel.write(ByteBuffer.wrap(content));
        channel.force(true);
      }
    }
  }
}
