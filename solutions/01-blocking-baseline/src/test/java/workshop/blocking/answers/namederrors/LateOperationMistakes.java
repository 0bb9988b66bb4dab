package workshop.blocking.answers.namederrors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link NamedErrors} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  /** Ignores the error of a close that failed. */
  @WrongAnswer("The error is swallowed")
  public static class SwallowsAFailedClose extends NamedErrors {

    @Override
    public void save(Path file, String text) throws IOException {
      boolean existed = Files.exists(file);
      try {
        FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE);
        try {
          ByteBuffer rest = UTF_8.encode(text);
          while (rest.hasRemaining()) {
            channel.write(rest);
          }
        } finally {
          closeQuietly(channel);
        }
      } catch (IOException e) {
        IOException named = new IOException("cannot write " + file + ": " + e, e);
        if (!existed) {
          delete(file, named);
        }
        throw named;
      }
    }

    private static void delete(Path file, IOException failure) {
      try {
        Files.deleteIfExists(file.toRealPath());
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }

    private static void closeQuietly(FileChannel channel) {
      try {
        channel.close();
      } catch (IOException ignored) {
        // the caller does not learn of it
      }
    }
  }

  /** Cleans up inside the block that closes the file, so a failed close leaves the file behind. */
  @WrongAnswer("The close failed, and save() left these files behind")
  public static class CleansUpBeforeTheClose extends NamedErrors {

    @Override
    public void save(Path file, String text) throws IOException {
      boolean existed = Files.exists(file);
      try (Writer writer = Files.newBufferedWriter(file)) {
        try {
          writer.write(text);
          writer.flush();
        } catch (IOException e) {
          IOException named = new IOException("cannot write " + file, e);
          if (!existed) {
            deleteAfter(named, file);
          }
          throw named;
        }
      } catch (IOException e) {
        throw new IOException("cannot write " + file, e);
      }
    }

    private static void deleteAfter(IOException failure, Path file) {
      try {
        Files.delete(file);
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }
  }

  /** Closes in a finally block. If the close fails as well, its error replaces that of the read. */
  @WrongAnswer("(stale file handle) hides the first one")
  public static class LetsTheCloseHideTheRead extends NamedErrors {

    @Override
    public String load(Path file) throws IOException {
      try {
        InputStream in = Files.newInputStream(file);
        try {
          return new String(in.readAllBytes(), UTF_8);
        } finally {
          in.close();
        }
      } catch (IOException e) {
        throw new IOException("cannot read " + file, e);
      }
    }
  }
}
