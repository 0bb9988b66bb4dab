package workshop.offload.answers;

import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** close() comes back at once, and what was accepted is on its own. */
@WrongAnswer("close() came back while")
public class ClosesBeforeTheWorkIsDone extends TinyRuntime {

  @Override
  public void close() {
    Thread.ofPlatform().start(super::close);
  }
}
