package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Waits on the loop until the work is done. */
@WrongAnswer("you blocked the loop")
public class WaitsOnTheLoop extends TinyRuntime {

  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    FutureTask<T> task = new FutureTask<>(work);
    super.offload(
        () -> {
          task.run();
          return null;
        },
        done -> {});
    execute(() -> {
      try {
        task.get();
      } catch (InterruptedException | ExecutionException e) {
        // resume asks the future itself
      }
      resume.accept(task);
    });
  }
}
