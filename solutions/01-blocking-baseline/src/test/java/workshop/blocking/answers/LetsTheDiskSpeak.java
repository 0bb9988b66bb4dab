package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Most errors of the disk name their file. A failing read does not. */
@WrongAnswer("It does not say which file")
public class LetsTheDiskSpeak extends NamedErrors {

  @Override
  public String load(Path file) throws IOException {
    return Files.readString(file, UTF_8);
  }
}
