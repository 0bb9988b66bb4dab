package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Converts the bytes to a String and back, which loses bytes that are not UTF-8. */
@WrongAnswer("without a detour through a String")
public class ConvertsToAStringAndBack extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), UTF_8).getBytes(UTF_8);
  }
}
