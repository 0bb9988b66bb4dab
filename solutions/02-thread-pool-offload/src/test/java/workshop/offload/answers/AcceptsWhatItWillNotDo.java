package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** A closed runtime that nods, and does nothing. */
@WrongAnswer("returned without an error")
public class AcceptsWhatItWillNotDo extends TinyRuntime {

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
