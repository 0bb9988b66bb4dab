package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Swallows what a task throws. */
@WrongAnswer("no uncaught exception handler was told")
public class SwallowsWhatTasksThrow extends TinyRuntime {

  @Override
  public void execute(Runnable task) {
    super.execute(() -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        // the loop must go on
      }
    });
  }

  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    super.offload(
        work,
        done -> {
          try {
            resume.accept(done);
          } catch (RuntimeException e) {
            // the loop must go on
          }
        });
  }
}
