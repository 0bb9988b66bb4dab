package workshop.blocking.answers.namederrors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link NamedErrors} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  /** Throws a new exception without the original as its cause. */
  @WrongAnswer("is not among the causes")
  public static class LosesTheCause extends NamedErrors {

    @Override
    public String load(Path file) throws IOException {
      try {
        return new String(Files.readAllBytes(file), UTF_8);
      } catch (IOException e) {
        throw new IOException("cannot read " + file);
      }
    }
  }

  /** Names the file without its directories. */
  @WrongAnswer("names the file without its directories")
  public static class NamesNoDirectories extends NamedErrors {
    @Override
    public String load(Path file) throws IOException {

      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new IOException(
            "cannot read " + file.getFileName(),
            e.getCause() == null ? new IOException(e.getClass().getSimpleName()) : e);
      }
    }
  }

  /** Throws the disk's own error, which does not name the file if a read failed. */
  @WrongAnswer("does not name the file")
  public static class RethrowsTheDisksError extends NamedErrors {

    @Override
    public String load(Path file) throws IOException {
      return Files.readString(file, UTF_8);
    }
  }

  /** Replaces the disk's own error with another one of the same class. */
  @WrongAnswer("The disk's own error (NoSuchFileException) is not among the causes")
  public static class MakesAnotherOfItsKind extends NamedErrors {

    @Override
    public String load(Path file) throws IOException {
      try {
        return super.load(file);
      } catch (IOException e) {
        if (e.getCause() instanceof NoSuchFileException) {
          throw new NoSuchFileException(file.toString());
        }
        throw e;
      }
    }
  }
}
