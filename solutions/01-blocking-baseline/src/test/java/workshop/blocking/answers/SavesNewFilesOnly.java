package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Opens with CREATE_NEW, so it cannot replace an existing file. */
@WrongAnswer("the call refuses to replace it")
public class SavesNewFilesOnly extends NamedErrors {

  @Override
  public void save(Path file, String text) throws IOException {
    try {
      Files.writeString(file, text, UTF_8, CREATE_NEW, WRITE);
    } catch (IOException e) {
      throw new IOException("cannot write " + file, e);
    }
  }
}
