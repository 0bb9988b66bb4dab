package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.RightAnswer;

/**
 * Opens with CREATE_NEW, which checks and creates in one step, so no other program can come in
 * between.
 */
@RightAnswer
public class ChecksWithCreateNew extends NamedErrors {

  @Override
  public void save(Path file, String text) throws IOException {
    boolean made = false;
    try {
      try {
        Files.createFile(file);
        made = true;
      } catch (FileAlreadyExistsException e) {
        made = false;
      }
      Files.writeString(file, text, UTF_8, TRUNCATE_EXISTING, WRITE);
    } catch (IOException e) {
      IOException named = new IOException("cannot write " + file, e);
      try {
        if (made) {
          Files.deleteIfExists(file);
        }
      } catch (IOException second) {
        named.addSuppressed(second);
      }
      throw named;
    }
  }
}
