package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Takes an empty file for a missing one, and deletes it after a failure. */
@WrongAnswer("empty.txt is gone")
public class TakesAnEmptyFileForNone extends NamedErrors {
  @Override
  public void save(Path file, String text) throws IOException {

    boolean existed = Files.exists(file) && Files.size(file) > 0;
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      IOException named = new IOException("cannot write " + file + ": " + e, e);
      if (!existed && Files.isRegularFile(file)) {
        try {
          Files.deleteIfExists(file);
        } catch (IOException second) {
          named.addSuppressed(second);
        }
      }
      throw named;
    }
  }
}
