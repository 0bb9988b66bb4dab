package workshop.offload.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.WrongAnswer;

/** Throws an unchecked exception. */
@WrongAnswer("threw java.io.UncheckedIOException")
public class ThrowsUnchecked extends WriteDesk {

  @Override
  public void close(Duration patience) {
    try {
      super.close(patience);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
