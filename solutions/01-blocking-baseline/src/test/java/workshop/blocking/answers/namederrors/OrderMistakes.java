package workshop.blocking.answers.namederrors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link NamedErrors} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  /**
   * Checks whether the file exists, and throws an error of its own if it does not. The file may
   * appear or disappear after the check.
   */
  @WrongAnswer("Only the disk's own error gives the reason")
  public static class ChecksFirst extends NamedErrors {

    @Override
    public String load(Path file) throws IOException {
      if (!Files.exists(file)) {
        throw new IOException("there is no file " + file);
      }
      return super.load(file);
    }
  }

  /** Deletes the file when the open fails, although it has created nothing. */
  @WrongAnswer("menu.txt is gone")
  public static class DeletesAfterAFailedOpen extends NamedErrors {

    @Override
    public void save(Path file, String text) throws IOException {
      boolean wasThere = Files.exists(file);
      try {
        Files.writeString(file, text, UTF_8);
      } catch (IOException e) {
        if (!wasThere) {
          Files.delete(file);
        }
        throw new IOException("cannot write " + file, e);
      }
    }
  }
}
