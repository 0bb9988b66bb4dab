package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Keeps a thread for each piece of work, and all it does is wait. */
@WrongAnswer("more are alive")
public class WaitsOnAThreadPerOrder extends TinyRuntime {

  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    FutureTask<T> task = new FutureTask<>(work);
    super.offload(
        () -> {
          task.run();
          return task;
        },
        done -> {});
    Thread.ofPlatform()
        .start(() -> {
          try {
            task.get();
          } catch (InterruptedException | ExecutionException e) {
            // resume will see
          }
          execute(() -> resume.accept(task));
        });
  }
}
