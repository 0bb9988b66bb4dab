package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Starts a thread for each piece of work, without a limit. */
@WrongAnswer("blocking threads for 12 orders")
public class StartsAThreadPerOrder extends TinyRuntime {

  private final AtomicInteger hired = new AtomicInteger();

  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofPlatform()
        .name("blocking-", hired.incrementAndGet())
        .start(() -> {
          task.run();
          execute(() -> resume.accept(task));
        });
  }
}
