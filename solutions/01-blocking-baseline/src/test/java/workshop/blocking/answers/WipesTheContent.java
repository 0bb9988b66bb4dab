package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.WrongAnswer;

/** Clears the array of its caller. */
@WrongAnswer("changed the array")
public class WipesTheContent extends WriteFully {
  @Override
  public void write(Path file, byte[] content) throws IOException {

    super.write(file, content);
    Arrays.fill(content, (byte) 0);
  }
}
