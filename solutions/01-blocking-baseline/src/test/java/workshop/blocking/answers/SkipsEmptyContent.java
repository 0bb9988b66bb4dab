package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.WrongAnswer;

/** Does nothing for empty content, so the old content stays. */
@WrongAnswer("The code did nothing there")
public class SkipsEmptyContent extends WriteFully {

  @Override
  public void write(Path file, byte[] content) throws IOException {
    if (content.length > 0) {
      super.write(file, content);
    }
  }
}
