package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.WrongAnswer;

/** Catches the error of a full disk, and returns as if all was written. */
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
