package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Runs the work under a lock, so one of four threads works. */
@WrongAnswer("one after another")
public class WorksOneAtATime extends TinyRuntime {

  private final Object door = new Object();

  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    super.offload(() -> alone(work), resume);
  }

  private <T> T alone(Callable<T> work) throws Exception {
    synchronized (door) {
      return work.call();
    }
  }
}
