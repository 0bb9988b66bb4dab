package workshop.blocking.answers.writefully;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link WriteFully}, each built in a different way. */
final class RightAnswers {

  /** Opens with APPEND and truncates to 0 first: APPEND then writes at the start. */
  @RightAnswer
  public static class AppendsToAnEmptiedFile extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, APPEND)) {
        channel.truncate(0);
        ByteBuffer[] rest = {ByteBuffer.wrap(content)};
        while (rest[0].hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
    }
  }

  /** Opens with SYNC, so each write is durable when it returns. Forces an empty file. */
  @RightAnswer
  public static class OpensInSyncMode extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE, SYNC)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        if (content.length == 0) {
          channel.force(true);
        }
      }
    }
  }

  /**
   * Writes a second file and moves it: readers see either the old file or the new one. Then it
   * forces the directory, so that the new name is durable.
   */
  @RightAnswer
  public static class ReplacesTheFileByAMove extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      Path sibling = file.resolveSibling(file.getFileName() + ".new");
      super.write(sibling, content);
      Files.move(sibling, file, ATOMIC_MOVE);
      if (File.separatorChar == '/') { // Windows cannot open a directory
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent())) {
          directory.force(true);
        }
      }
    }
  }

  /** Writes with transferFrom. Each time, a new source begins with the byte that comes next. */
  @RightAnswer
  public static class TransfersInALoop extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        int written = 0;
        while (written < content.length) {
          int left = content.length - written;
          ByteArrayInputStream rest = new ByteArrayInputStream(content, written, left);
          written += (int) channel.transferFrom(Channels.newChannel(rest), written, left);
        }
        channel.force(true);
      }
    }
  }

  /** Opens without truncating, and truncates before it writes. */
  @RightAnswer
  public static class TruncatesBeforeTheFirstByte extends WriteFully {
    @Override
    public void write(Path file, byte[] content) throws IOException {

      try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
        channel.truncate(0);
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
    }
  }

  /** Keeps track of the position itself. */
  @RightAnswer
  public static class WritesAtPositions extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest, rest.position());
        }
        channel.force(true);
      }
    }
  }

  /** Writes slices of 4 KiB and forces twice, which only takes longer. */
  @RightAnswer
  public static class WritesSlices extends WriteFully {
    @Override
    public void write(Path file, byte[] content) throws IOException {

      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        for (int from = 0; from < content.length; from += 4096) {
          ByteBuffer slice = ByteBuffer.wrap(content, from, Math.min(4096, content.length - from));
          while (slice.hasRemaining()) {
            channel.write(slice);
          }
        }
        channel.force(false);
        channel.force(true);
      }
    }
  }

  /**
   * Forces through a second channel. A force covers the file, no matter which channel wrote to it.
   */
  @RightAnswer
  public static class WritesThenForcesThroughASecondHandle extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      Files.write(file, content);
      try (FileChannel channel = FileChannel.open(file, WRITE)) {
        channel.force(true);
      }
    }
  }
}
