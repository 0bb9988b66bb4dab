package workshop.blocking.answers.writefully;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
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

/**
 * Wrong answers to {@link WriteFully} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  /** Forces after the block that closes the channel. */
  @WrongAnswer("The channel was already closed")
  public static class ForcesAClosedChannel extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      FileChannel open;
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        open = channel;
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
      }
      open.force(true);
    }
  }

  /** Forces before it writes. */
  @WrongAnswer("force came before the last write")
  public static class ForcesTooEarly extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        channel.force(true);
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
      }
    }
  }

  /** Moves a new file over the old one, and does not force the directory. */
  @WrongAnswer("A new file was moved over the old one")
  public static class MovesWithoutForcingTheDirectory extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      Path sibling = file.resolveSibling(file.getFileName() + ".new");
      super.write(sibling, content);
      Files.move(sibling, file, ATOMIC_MOVE);
    }
  }

  /** Cuts off the old tail after the force. */
  @WrongAnswer("force came before the truncation")
  public static class TruncatesAfterTheForce extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
        channel.truncate(content.length);
      }
    }
  }

  /** Cuts off the old tail after writing instead of before it. */
  @WrongAnswer("was written over the old content")
  public static class TruncatesAtTheEnd extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.truncate(content.length);
        channel.force(true);
      }
    }
  }
}
