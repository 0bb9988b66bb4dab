package workshop.blocking.answers.readtoend;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link ReadToEnd}, each built in a different way. */
final class RightAnswers {

  /** Uses Files.copy, which loops until the end of the file. */
  @RightAnswer
  public static class CopiesToAStream extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      Files.copy(file, all);
      return all.toByteArray();
    }
  }

  /** Doubles its buffer whenever it is full. */
  @RightAnswer
  public static class DoublesItsBuffer extends ReadToEnd {
    @Override
    public byte[] read(Path file) throws IOException {

      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteBuffer all = ByteBuffer.allocate(16);
        while (channel.read(all) != -1) {
          if (!all.hasRemaining()) {
            all = ByteBuffer.allocate(all.capacity() * 2).put(all.flip());
          }
        }
        return Arrays.copyOf(all.array(), all.position());
      }
    }
  }

  /** Uses Files.newInputStream, which goes through the same disk. */
  @RightAnswer
  public static class ReadsAStream extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        return in.readAllBytes();
      }
    }
  }

  /** Keeps track of the position itself. */
  @RightAnswer
  public static class ReadsAtPositions extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocateDirect(4096);
        while (channel.read(chunk, all.size()) != -1) {
          chunk.flip();
          byte[] bytes = new byte[chunk.remaining()];
          chunk.get(bytes);
          all.writeBytes(bytes);
          chunk.clear();
        }
        return all.toByteArray();
      }
    }
  }

  /** Uses a tiny buffer, which is slow but right. */
  @RightAnswer
  public static class ReadsSmallChunks extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer few = ByteBuffer.allocate(16);
        while (channel.read(few) != -1) {
          all.write(few.array(), 0, few.position());
          few.clear();
        }
        return all.toByteArray();
      }
    }
  }

  /** Uses Files.readAllBytes, which takes the size as a hint and reads to the end of the file. */
  @RightAnswer
  public static class ReadsWithFiles extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      return Files.readAllBytes(file);
    }
  }

  /** Makes room for the size at first, and reads on to the end of the file. */
  @RightAnswer
  public static class TakesTheSizeForAHint extends ReadToEnd {
    @Override
    public byte[] read(Path file) throws IOException {

      try (SeekableByteChannel channel = Files.newByteChannel(file)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) channel.size() + 1);
        ByteBuffer chunk = ByteBuffer.allocateDirect(1024);
        while (channel.read(chunk) >= 0) {
          byte[] part = new byte[chunk.flip().remaining()];
          chunk.get(part);
          all.writeBytes(part);
          chunk.clear();
        }
        return all.toByteArray();
      }
    }
  }

  /** Reads with transferTo, which returns 0 where a read returns -1. */
  @RightAnswer
  public static class TransfersUntilNothingComes extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        WritableByteChannel target = Channels.newChannel(all);
        long more;
        do {
          more = channel.transferTo(all.size(), 8192, target);
        } while (more > 0);
        return all.toByteArray();
      }
    }
  }
}
