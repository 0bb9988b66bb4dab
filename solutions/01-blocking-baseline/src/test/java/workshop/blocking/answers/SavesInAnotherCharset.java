package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Saves in another charset than UTF-8. */
@WrongAnswer("in another charset")
public class SavesInAnotherCharset extends NamedErrors {

  @Override
  public void save(Path file, String text) throws IOException {
    try {
      Files.writeString(file, text, ISO_8859_1);
    } catch (IOException e) {
      throw new IOException("cannot write " + file, e);
    }
  }
}
