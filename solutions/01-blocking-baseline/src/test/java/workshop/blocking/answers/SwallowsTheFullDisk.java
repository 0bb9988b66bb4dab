package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.WrongAnswer;

/** The error is printed at best, and the caller believes in success. */
@WrongAnswer("Let the IOException leave the method")
public class SwallowsTheFullDisk extends WriteFully {

  @Override
  public void write(Path file, byte[] content) {
    try {
      super.write(file, content);
    } catch (IOException e) {
      // "cannot happen"
    }
  }
}
