package workshop.offload.answers;

import java.io.IOException;
import java.time.Duration;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.WrongAnswer;

/** Throws at the first failure, and never reports the second. */
@WrongAnswer("It does not name")
public class ReportsOnlyTheFirst extends WriteDesk {

  @Override
  public void close(Duration patience) throws IOException {
    try {
      super.close(patience);
    } catch (IOException first) {
      throw new IOException(first.getMessage(), first.getCause());
    }
  }
}
