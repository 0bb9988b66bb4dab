package workshop.offload.answers;

import java.nio.file.Path;
import java.util.concurrent.RejectedExecutionException;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.WrongAnswer;

/** Accepts orders after close(), and drops them. */
@WrongAnswer("as if it had accepted")
public class AcceptsWhenClosed extends WriteDesk {

  @Override
  public void accept(Path file, byte[] content) {
    try {
      super.accept(file, content);
    } catch (RejectedExecutionException e) {
      // closed: never mind
    }
  }
}
