package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Runs the work on the loop. */
@WrongAnswer("which is not a blocking thread")
public class WorksOnTheLoop extends TinyRuntime {

  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    execute(() -> {
      FutureTask<T> task = new FutureTask<>(work);
      task.run();
      resume.accept(task);
    });
  }
}
