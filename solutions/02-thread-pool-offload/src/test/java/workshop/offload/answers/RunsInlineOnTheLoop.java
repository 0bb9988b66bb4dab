package workshop.offload.answers;

import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Runs a task at once if the loop itself calls execute(). */
@WrongAnswer("they ended in this order")
public class RunsInlineOnTheLoop extends TinyRuntime {

  @Override
  public void execute(Runnable task) {
    if (Thread.currentThread().getName().equals("loop")) {
      task.run();
      return;
    }
    super.execute(task);
  }
}
