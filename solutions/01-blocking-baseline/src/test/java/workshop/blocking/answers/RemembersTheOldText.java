package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.RightAnswer;

/** Reads the old text first, and so knows whether there was one. */
@RightAnswer
public class RemembersTheOldText extends NamedErrors {

  @Override
  public void save(Path file, String text) throws IOException {
    byte[] old = Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    try {
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      IOException named = new IOException("cannot write " + file, e);
      try {
        if (old == null && Files.isRegularFile(file)) {
          Files.delete(file);
        }
      } catch (IOException second) {
        named.addSuppressed(second);
      }
      throw named;
    }
  }
}
