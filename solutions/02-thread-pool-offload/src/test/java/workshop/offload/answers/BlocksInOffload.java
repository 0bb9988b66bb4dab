package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Waits in offload() until the work is done. */
@WrongAnswer("you blocked the loop")
public class BlocksInOffload extends TinyRuntime {

  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    FutureTask<T> task = new FutureTask<>(work);
    super.offload(
        () -> {
          task.run();
          return null;
        },
        done -> {});
    try {
      task.get();
    } catch (InterruptedException | ExecutionException e) {
      // resume asks the future itself
    }
    execute(() -> resume.accept(task));
  }
}
