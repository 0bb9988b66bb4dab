package workshop.blocking.answers.writefully;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
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

/** Wrong answers to {@link WriteFully} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  /** Turns Windows line endings into Unix ones, byte by byte. */
  @WrongAnswer("photo.bin")
  public static class ConvertsLineEnds extends WriteFully {
    @Override
    public void write(Path file, byte[] content) throws IOException {

      String text = new String(content, ISO_8859_1).replace("\r\n", "\n");
      super.write(file, text.getBytes(ISO_8859_1));
    }
  }

  /** Copies into a buffer of 1 MiB, and never writes what does not fit. */
  @WrongAnswer("written only up to byte")
  public static class FitsOneMebibyte extends WriteFully {
    @Override
    public void write(Path file, byte[] content) throws IOException {

      ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
      buffer.put(content, 0, Math.min(content.length, buffer.capacity())).flip();
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
    }
  }

  /** Creates an empty file, and returns before it is forced. */
  @WrongAnswer("force(true) was never called")
  public static class ForcesNoEmptyFile extends WriteFully {
    @Override
    public void write(Path file, byte[] content) throws IOException {

      if (content.length > 0) {
        super.write(file, content);
      } else {
        FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE).close();
      }
    }
  }

  /** Opens without CREATE, so a missing file is an error. */
  @WrongAnswer("CREATE")
  public static class NeedsAnExistingFile extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, TRUNCATE_EXISTING, WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
    }
  }

  /** Does nothing for empty content, so the old content stays. */
  @WrongAnswer("Your code did nothing there")
  public static class SkipsEmptyContent extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      if (content.length > 0) {
        super.write(file, content);
      }
    }
  }

  /** Converts the content to a String, which loses bytes that are not text. */
  @WrongAnswer("The bytes went through a String")
  public static class WritesTextOnly extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      Files.writeString(file, new String(content, UTF_8));
      try (FileChannel channel = FileChannel.open(file, WRITE)) {
        channel.force(true);
      }
    }
  }

  /** Opens with CREATE only, which does not empty an existing file. */
  @WrongAnswer("the old tail is still in the file")
  public static class ForgetsToTruncate extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
    }
  }
}
