package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Deletes the old file before it writes the new one. If that fails, neither is left. */
@WrongAnswer("is gone")
public class DeletesBeforeItWrites extends NamedErrors {
  @Override
  public void save(Path file, String text) throws IOException {

    try {
      if (Files.isRegularFile(file)) {
        Files.delete(file);
      }
      Files.writeString(file, text, CREATE_NEW);
    } catch (IOException e) {
      IOException named = new IOException("cannot write " + file + ": " + e, e);
      if (Files.isRegularFile(file)) {
        Files.delete(file);
      }
      throw named;
    }
  }
}
