package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** It hides the error, and as long as the disk is broken it uses up a whole processor. */
@WrongAnswer("Let the error leave the loop, or limit the number of attempts")
public class TriesUntilItWorks extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    while (true) {
      try {
        return super.read(file);
      } catch (IOException e) {
        // "it will work the next time"
      }
    }
  }
}
