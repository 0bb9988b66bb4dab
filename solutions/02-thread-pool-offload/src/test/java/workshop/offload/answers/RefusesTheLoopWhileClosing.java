package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Refuses what its own tasks hand over once close() is called. */
@WrongAnswer("what follows from it belongs to it")
public class RefusesTheLoopWhileClosing extends TinyRuntime {

  private volatile boolean closing;

  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    if (closing) {
      throw new RejectedExecutionException("closing");
    }
    super.offload(work, resume);
  }

  @Override
  public void execute(Runnable task) {
    if (closing) {
      throw new RejectedExecutionException("closing");
    }
    super.execute(task);
  }

  @Override
  public void close() {
    closing = true;
    super.close();
  }
}
