package workshop.offload.answers;

import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Spares the loop the detour, and turns the order around. */
@WrongAnswer("they ended in this order")
public class RunsAtOnceOnTheLoop extends TinyRuntime {

  @Override
  public void execute(Runnable task) {
    if (Thread.currentThread().getName().equals("loop")) {
      task.run();
      return;
    }
    super.execute(task);
  }
}
