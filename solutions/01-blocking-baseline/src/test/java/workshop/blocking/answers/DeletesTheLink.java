package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Deletes a symbolic link that leads nowhere, as if it had created it. */
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
