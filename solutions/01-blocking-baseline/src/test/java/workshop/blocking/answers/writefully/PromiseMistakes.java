package workshop.blocking.answers.writefully;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DSYNC;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteFully} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  /** Calls force(false), which may leave the metadata behind. */
  @WrongAnswer("force(false)")
  public static class ForcesTheDataOnly extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(false);
      }
    }
  }

  /** Closes the file without a force. Closing does not make a file durable. */
  @WrongAnswer("never forced")
  public static class ForgetsToForce extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
      }
    }
  }

  /** Opens with DSYNC, which may leave metadata behind. */
  @WrongAnswer("opened with DSYNC")
  public static class OpensForDurableDataOnly extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE, DSYNC)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
      }
    }
  }

  /** Opens with SYNC and never forces, so nothing makes an emptied file durable. */
  @WrongAnswer("opened with SYNC and emptied")
  public static class ReliesOnSyncWithoutAWrite extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      Files.write(file, content, CREATE, TRUNCATE_EXISTING, WRITE, SYNC);
    }
  }

  /** Forces again after a failed force. The second one succeeds although data is lost. */
  @WrongAnswer("a second force succeeded")
  public static class RetriesTheForce extends WriteFully {
    @Override
    public void write(Path file, byte[] content) throws IOException {

      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        try {
          channel.force(true);
        } catch (IOException e) {
          channel.force(true);
        }
      }
    }
  }

  /** Ignores the error of a failed force. */
  @WrongAnswer("Let the IOException of force() leave the method")
  public static class SwallowsAFailedForce extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        try {
          channel.force(true);
        } catch (IOException e) {
          // "it is in the cache anyway"
        }
      }
    }
  }

  /** Throws an exception after a partial write instead of writing the rest. */
  @WrongAnswer("No operation on the disk had failed")
  public static class TakesAShortWriteForAnError extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        int written = channel.write(ByteBuffer.wrap(content));
        if (written < content.length) {
          throw new IOException("only " + written + " of " + content.length + " bytes written");
        }
        channel.force(true);
      }
    }
  }

  /** Clears the array of its caller. */
  @WrongAnswer("changed the array")
  public static class WipesTheContent extends WriteFully {
    @Override
    public void write(Path file, byte[] content) throws IOException {

      super.write(file, content);
      Arrays.fill(content, (byte) 0);
    }
  }

  /** Does not truncate, resume or force: it works as long as nothing goes wrong. */
  @WrongAnswer("the old tail is still in the file")
  public static class WritesCarelessly extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
        channel.write(ByteBuffer.wrap(content));
      }
    }
  }

  /** Writes through java.io, which the watched disk cannot see. */
  @WrongAnswer("java.io")
  public static class WritesThroughJavaIo extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try (FileOutputStream out = new FileOutputStream(file.toFile())) {
        out.write(content);
        out.getFD().sync();
      }
    }
  }

  /** Throws an unchecked exception instead of the IOException. */
  @WrongAnswer("write() threw an unchecked exception")
  public static class ThrowsAnUncheckedException extends WriteFully {

    @Override
    public void write(Path file, byte[] content) {
      try {
        super.write(file, content);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Deletes the old file, and writes a new one. */
  @WrongAnswer("write() deleted the old file")
  public static class DeletesTheOldFile extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      Files.deleteIfExists(file);
      super.write(file, content);
    }
  }

  /** Writes everything again after an interrupt, instead of throwing. */
  @WrongAnswer("Your code opened the file again")
  public static class OutlivesAnInterrupt extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try {
        super.write(file, content);
      } catch (ClosedByInterruptException e) {
        Thread.interrupted();
        super.write(file, content);
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Repeats a failed write once. */
  @WrongAnswer("Your code tried again")
  public static class RetriesTheWrite extends WriteFully {

    @Override
    public void write(Path file, byte[] content) throws IOException {
      try {
        super.write(file, content);
      } catch (ClosedByInterruptException e) {
        throw e;
      } catch (IOException e) {
        super.write(file, content);
      }
    }
  }

  /** Keeps the unwritten bytes of a failed call in a field, and writes them in the next call. */
  @WrongAnswer("did not write exactly its own content")
  public static class KeepsWhatWasNotWritten extends WriteFully {

    private final ByteBuffer rest = ByteBuffer.allocate(1 << 21);

    @Override
    public void write(Path file, byte[] content) throws IOException {
      rest.put(content).flip();
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      } finally {
        rest.compact();
      }
    }
  }
}
