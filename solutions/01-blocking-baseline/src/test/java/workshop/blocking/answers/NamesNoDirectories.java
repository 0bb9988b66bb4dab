package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Names the file without its directories. */
@WrongAnswer("without its directories")
public class NamesNoDirectories extends NamedErrors {
  @Override
  public String load(Path file) throws IOException {

    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IOException(
          "cannot read " + file.getFileName(),
          e.getCause() == null ? new IOException(e.getClass().getSimpleName()) : e);
    }
  }
}
