package workshop.blocking.answers.readtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ReadToEnd} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  /** Reads as long as the current size says that there is more. */
  @WrongAnswer("Do not rely on the size of the file")
  public static class AsksTheSizeEachTime extends ReadToEnd {
    @Override
    public byte[] read(Path file) throws IOException {

      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        while (channel.position() < channel.size()) {
          channel.read(chunk);
          all.write(chunk.array(), 0, chunk.position());
          chunk.clear();
        }
        return all.toByteArray();
      }
    }
  }

  /** Converts the bytes to a String and back, which loses bytes that are not UTF-8. */
  @WrongAnswer("Do not convert them to a String")
  public static class ConvertsToAStringAndBack extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      return new String(Files.readAllBytes(file), UTF_8).getBytes(UTF_8);
    }
  }

  /** Maps the file into memory, which trusts the size. */
  @WrongAnswer("was mapped into memory")
  public static class MapsTheFile extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        MappedByteBuffer mapped = channel.map(MapMode.READ_ONLY, 0, channel.size());
        byte[] all = new byte[mapped.remaining()];
        mapped.get(all);
        return all;
      }
    }
  }

  /** Reads until a buffer of 1 MiB is full. */
  @WrongAnswer("the file has 1,050,179 bytes")
  public static class ReadsOneMebibyte extends ReadToEnd {
    @Override
    public byte[] read(Path file) throws IOException {

      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteBuffer all = ByteBuffer.allocate(1 << 20);
        while (all.hasRemaining() && channel.read(all) != -1) {
          // keep reading
        }
        return Arrays.copyOf(all.array(), all.position());
      }
    }
  }

  /** Throws an exception for an empty file. */
  @WrongAnswer("The file is empty, but read() threw")
  public static class RefusesAnEmptyFile extends ReadToEnd {
    @Override
    public byte[] read(Path file) throws IOException {

      byte[] all = super.read(file);
      if (all.length == 0) {
        throw new EOFException(file + " is empty");
      }
      return all;
    }
  }

  /** Returns null for an empty file. */
  @WrongAnswer("read() returned null")
  public static class ReturnsNull extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      byte[] all = super.read(file);
      return all.length == 0 ? null : all;
    }
  }

  /** Stops when its largest buffer of 100,000 bytes is full: a read without room returns 0. */
  @WrongAnswer("only the first 100,000 of")
  public static class StopsAtAFullBuffer extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      byte[] all = new byte[100_000];
      int count = 0;
      try (InputStream in = Files.newInputStream(file)) {
        int more;
        while ((more = in.read(all, count, all.length - count)) > 0) {
          count += more;
        }
      }
      return Arrays.copyOf(all, count);
    }
  }

  /** Ends at the first NUL. */
  @WrongAnswer("stopped before the byte 00")
  public static class StopsAtTheFirstNul extends ReadToEnd {
    @Override
    public byte[] read(Path file) throws IOException {

      byte[] all = super.read(file);
      int end = 0;
      while (end < all.length && all[end] != 0) {
        end++;
      }
      return Arrays.copyOf(all, end);
    }
  }

  /**
   * Makes a buffer that is one byte larger than the file, and at least 8 KiB. Stops when it is
   * full.
   */
  @WrongAnswer("the file grew after it was opened")
  public static class StopsAtTheRoomThatItMade extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteBuffer all = ByteBuffer.allocate((int) Math.max(channel.size() + 1, 8192));
        while (all.hasRemaining() && channel.read(all) != -1) {
          // reads on
        }
        return Arrays.copyOf(all.array(), all.position());
      }
    }
  }

  /** Reads as many bytes as the size said at the start. */
  @WrongAnswer("the file grew after it was opened")
  public static class TrustsTheSize extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteBuffer all = ByteBuffer.allocate((int) channel.size());
        while (all.hasRemaining() && channel.read(all) != -1) {
          continue;
        }
        return all.array();
      }
    }
  }
}
