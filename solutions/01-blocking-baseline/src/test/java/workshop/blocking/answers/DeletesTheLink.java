package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Takes a link that leads nowhere for a file that it has made. */
@WrongAnswer("menu.txt is gone")
public class DeletesTheLink extends NamedErrors {
  @Override
  public void save(Path file, String text) throws IOException {

    boolean existed = Files.exists(file);
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      IOException named = new IOException("cannot write " + file + ": " + e, e);
      if (!existed) {
        Files.deleteIfExists(file);
      }
      throw named;
    }
  }
}
