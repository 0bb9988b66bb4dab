package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Names the error, and leaves the partial file behind. */
@WrongAnswer("takes half a file for a whole one")
public class LeavesHalfAFile extends NamedErrors {

  @Override
  public void save(Path file, String text) throws IOException {
    try {
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw new IOException("cannot write " + file, e);
    }
  }
}
