package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Deletes whatever is at the path after a failure. An empty directory can be deleted like a file.
 */
@WrongAnswer("is gone")
public class DeletesAnExistingDirectory extends NamedErrors {

  @Override
  public void save(Path file, String text) throws IOException {
    try {
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw new IOException("cannot write " + file, e);
    }
  }
}
