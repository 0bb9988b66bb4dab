package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Calls resume on the blocking thread. */
@WrongAnswer("The task was resumed on \"blocking-")
public class ResumesOnTheBlockingThread extends TinyRuntime {

  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    super.offload(
        () -> {
          FutureTask<T> task = new FutureTask<>(work);
          task.run();
          resume.accept(task);
          return null;
        },
        done -> {});
  }
}
