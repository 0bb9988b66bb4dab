package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Makes resume ready when the work is handed over, not when it is done. */
@WrongAnswer("resume was given a future that is RUNNING")
public class ResumesTooEarly extends TinyRuntime {
  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    FutureTask<T> task = new FutureTask<>(work);
    super.offload(Executors.callable(task), done -> {});
    execute(() -> resume.accept(task));
  }
}
