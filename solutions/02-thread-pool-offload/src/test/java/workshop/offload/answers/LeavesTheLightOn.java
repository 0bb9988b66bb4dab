package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Its own pool for what blocks, and nobody closes it: the program never ends. */
@WrongAnswer("still alive after the test")
public class LeavesTheLightOn extends TinyRuntime {

  private final ExecutorService blocking =
      Executors.newFixedThreadPool(
          4, Thread.ofPlatform().daemon(false).name("blocking-", 1).factory());

  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    FutureTask<T> task = new FutureTask<>(work);
    blocking.execute(() -> {
      task.run();
      execute(() -> resume.accept(task));
    });
  }
}
