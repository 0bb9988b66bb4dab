package workshop.offload.answers;

import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Returns from close() while accepted work is running. */
@WrongAnswer("close() came back while")
public class ClosesBeforeTheWorkIsDone extends TinyRuntime {

  @Override
  public void close() {
    Thread.ofPlatform().start(super::close);
  }
}
