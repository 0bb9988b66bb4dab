package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Deletes the file when the open fails, although it has created nothing. */
@WrongAnswer("menu.txt is gone")
public class DeletesAfterAFailedOpen extends NamedErrors {

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
