package workshop.blocking.answers.namederrors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link NamedErrors} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  /** Creates a missing directory, so a mistyped path is no error. */
  @WrongAnswer("With a mistyped path, save() now creates a directory")
  public static class CreatesTheDirectory extends NamedErrors {

    @Override
    public void save(Path file, String text) throws IOException {
      Files.createDirectories(file.toAbsolutePath().getParent());
      super.save(file, text);
    }
  }

  /** Deletes the file in a finally block, even if the save succeeded. */
  @WrongAnswer("There is no file new-menu.txt")
  public static class DeletesWhatItHasSaved extends NamedErrors {

    @Override
    public void save(Path file, String text) throws IOException {
      boolean wasThere = Files.exists(file);
      try {
        Files.writeString(file, text, UTF_8);
      } catch (IOException e) {
        throw new IOException("cannot write " + file, e);
      } finally {
        if (!wasThere) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** Reports only the error of the cleanup if the cleanup fails as well. */
  @WrongAnswer("hides the first one")
  public static class HidesTheFirstError extends NamedErrors {
    @Override
    public void save(Path file, String text) throws IOException {

      boolean existed = Files.exists(file, NOFOLLOW_LINKS);
      try {
        Files.writeString(file, text);
      } catch (IOException e) {
        if (!existed) {
          try {
            Files.deleteIfExists(file);
          } catch (IOException second) {
            throw new IOException("cannot remove " + file, second);
          }
        }
        throw new IOException("cannot write " + file + ": " + e, e);
      }
    }
  }

  /** Loads through java.io, which the watched disk cannot see. */
  @WrongAnswer("java.io")
  public static class LoadsThroughJavaIo extends NamedErrors {

    @Override
    public String load(Path file) throws IOException {
      try (FileInputStream in = new FileInputStream(file.toFile())) {
        return new String(in.readAllBytes(), UTF_8);
      } catch (IOException e) {
        throw new IOException("cannot read " + file, e);
      }
    }
  }

  /** Ignores a failed close after reading. */
  @WrongAnswer("load() returned as if nothing had happened")
  public static class ClosesQuietlyAfterReading extends NamedErrors {

    @Override
    public String load(Path file) throws IOException {
      InputStream in = null;
      try {
        in = Files.newInputStream(file);
        return new String(in.readAllBytes(), UTF_8);
      } catch (IOException e) {
        throw new IOException("cannot read " + file, e);
      } finally {
        try {
          if (in != null) {
            in.close();
          }
        } catch (IOException ignored) {
          // Quietly.
        }
      }
    }
  }

  /** Throws an UncheckedIOException, and callers catch IOException. */
  @WrongAnswer("threw an unchecked exception")
  public static class ThrowsUnchecked extends NamedErrors {

    @Override
    public String load(Path file) {
      try {
        return super.load(file);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
  }

  /** Saves a second time after a failure. */
  @WrongAnswer("a second attempt succeeded, and save() returned")
  public static class RetriesTheSave extends NamedErrors {

    @Override
    public void save(Path file, String text) throws IOException {
      try {
        super.save(file, text);
      } catch (IOException e) {
        super.save(file, text);
      }
    }
  }

  /** Loads a second time after a failure. */
  @WrongAnswer("a second attempt succeeded, and load() returned")
  public static class RetriesTheLoad extends NamedErrors {

    @Override
    public String load(Path file) throws IOException {
      try {
        return super.load(file);
      } catch (IOException e) {
        return super.load(file);
      }
    }
  }

  /** Collects in a field, and empties it only after a success. */
  @WrongAnswer("what the failed call had read")
  public static class KeepsTheBytesOfAFailedCall extends NamedErrors {

    private final ByteArrayOutputStream all = new ByteArrayOutputStream();

    @Override
    public String load(Path file) throws IOException {
      try {
        Files.copy(file, all);
      } catch (IOException e) {
        throw new IOException("cannot read " + file, e);
      }
      String text = all.toString(UTF_8);
      all.reset();
      return text;
    }
  }
}
