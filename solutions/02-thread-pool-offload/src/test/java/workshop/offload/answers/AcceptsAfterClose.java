package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Accepts tasks after close(), and never runs them. */
@WrongAnswer("returned without an error")
public class AcceptsAfterClose extends TinyRuntime {

  @Override
  public void execute(Runnable task) {
    try {
      super.execute(task);
    } catch (RejectedExecutionException e) {
      // closed: never mind
    }
  }

  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    try {
      super.offload(work, resume);
    } catch (RejectedExecutionException e) {
      // closed: never mind
    }
  }
}
