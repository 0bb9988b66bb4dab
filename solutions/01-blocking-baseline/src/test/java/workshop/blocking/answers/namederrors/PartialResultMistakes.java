package workshop.blocking.answers.namederrors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link NamedErrors} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  /** Returns an empty string if the file cannot be read. */
  @WrongAnswer("The error is swallowed")
  public static class ReturnsAnEmptyText extends NamedErrors {

    @Override
    public String load(Path file) {
      try {
        return super.load(file);
      } catch (IOException e) {
        return "";
      }
    }
  }

  /** Calls write once and ignores how many bytes it took, so a full disk goes unnoticed. */
  @WrongAnswer("a write took fewer bytes than it was given")
  public static class SavesTheFirstBytes extends NamedErrors {

    @Override
    public void save(Path file, String text) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        channel.write(UTF_8.encode(text));
      } catch (IOException e) {
        throw new IOException("cannot write " + file, e);
      }
    }
  }

  /** Returns an empty string if the file is missing. */
  @WrongAnswer("although it could not do its work")
  public static class TakesNoFileForNoText extends NamedErrors {

    @Override
    public String load(Path file) throws IOException {
      return Files.exists(file) ? super.load(file) : "";
    }
  }
}
