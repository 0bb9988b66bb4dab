package workshop.blocking.answers.writefully;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteFully} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  /** Never adds up how many bytes it has written, so its loop does not end. */
  @WrongAnswer("of a buffer with nothing remaining")
  public static class ForgetsToCount extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        long written = 0;
        while (written < content.length) {
          channel.write(rest);
        }
        channel.force(true);
      }
    }
  }

  /** Closes the file after a failed write, but not after a failed force. */
  @WrongAnswer("Left open: order.txt")
  public static class LeaksWhenAForceFails extends WriteFully {
    @Override
    public void write(Path file, byte[] content) throws IOException {

      FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE);
      try {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
      } catch (IOException e) {
        channel.close();
        throw e;
      }
      channel.force(true);
      channel.close();
    }
  }

  /** Calls close() only if everything went well. */
  @WrongAnswer("Left open: order.txt")
  public static class LeaksWhenAWriteFails extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE);
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
      channel.close();
    }
  }

  /** Wraps the content again in each round, so its loop never ends. */
  @WrongAnswer("one of your loops never ends")
  public static class WrapsAnewInTheLoop extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        int written = 0;
        while (written < content.length) {
          channel.write(ByteBuffer.wrap(content));
        }
        channel.force(true);
      }
    }
  }

  /**
   * Writes duplicates of its buffer, so the buffer's own position never moves and the loop never
   * ends.
   */
  @WrongAnswer("each wrote the same 27 bytes")
  public static class WritesADuplicate extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest.duplicate(), 0);
        }
        channel.force(true);
      }
    }
  }

  /** Forces a temporary file, and copies it: the copy itself is never forced. */
  @WrongAnswer("was copied as a whole")
  public static class CopiesATemporaryFile extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      Path temporary = Files.createTempFile("order", null);
      try {
        super.write(temporary, content);
        Files.copy(temporary, file, REPLACE_EXISTING);
      } finally {
        Files.delete(temporary);
      }
    }
  }
}
