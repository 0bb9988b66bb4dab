package workshop.blocking.answers;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.WrongAnswer;

/** Takes a channel that an interrupt closed for success. */
@WrongAnswer("An interrupt closed the channel")
public class IgnoresAnInterrupt extends WriteFully {
  @Override
  public void write(Path file, byte[] content) throws IOException {

    try {
      super.write(file, content);
    } catch (ClosedByInterruptException e) {
      // the caller will notice
    }
  }
}
