package workshop.offload.answers;

import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Starts a thread called loop for each task. */
@WrongAnswer("all called loop")
public class StartsALoopPerTask extends TinyRuntime {
  @Override
  public void execute(Runnable task) {
    Thread.ofPlatform().daemon(false).name("loop").start(task);
  }
}
