package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Deletes the file in a finally block, even if the save succeeded. */
@WrongAnswer("There is no file new-menu.txt")
public class DeletesWhatItHasSaved extends NamedErrors {

  @Override
  public void save(Path file, String text) throws IOException {
    boolean wasThere = Files.exists(file);
    try {
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw new IOException("cannot write " + file, e);
    } finally {
      if (!wasThere) {
        Files.deleteIfExists(file);
      }
    }
  }
}
