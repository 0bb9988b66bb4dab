package workshop.offload.answers;

import java.nio.file.Path;
import java.util.concurrent.RejectedExecutionException;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.WrongAnswer;

/** Takes orders after closing time, and puts them nowhere. */
@WrongAnswer("as if it had accepted")
public class AcceptsAfterClosingTime extends WriteDesk {

  @Override
  public void accept(Path file, byte[] content) {
    try {
      super.accept(file, content);
    } catch (RejectedExecutionException e) {
      // closed: never mind
    }
  }
}
