package workshop.offload.answers;

import java.io.IOException;
import java.time.Duration;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.WrongAnswer;

/** Stops waiting when it is interrupted, and clears the flag. */
@WrongAnswer("nothing told of it")
public class ForgetsTheInterrupt extends WriteDesk {

  @Override
  public void close(Duration patience) throws IOException {
    try {
      super.close(patience);
    } finally {
      Thread.interrupted();
    }
  }
}
