package workshop.offload.answers;

import java.io.IOException;
import java.time.Duration;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.WrongAnswer;

/** Ends the waiting as asked, and clears the flag for those above. */
@WrongAnswer("without its interrupt flag")
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
