package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Takes a failed read for the end of the file. */
@WrongAnswer("Let the IOException leave the method")
public class TakesAnErrorForTheEnd extends ReadToEnd {

  @Override
  public byte[] read(Path file) {
    try {
      return super.read(file);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
