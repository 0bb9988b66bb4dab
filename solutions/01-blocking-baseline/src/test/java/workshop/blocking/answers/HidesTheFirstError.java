package workshop.blocking.answers;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** If the clean-up fails as well, only that error is reported. */
@WrongAnswer("is not among the causes")
public class HidesTheFirstError extends NamedErrors {
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
