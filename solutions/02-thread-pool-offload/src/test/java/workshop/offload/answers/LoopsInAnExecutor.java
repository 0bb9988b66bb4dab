package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.RightAnswer;

/** Uses a single-thread executor as its loop, and counts unfinished work with a phaser. */
@RightAnswer
public class LoopsInAnExecutor extends TinyRuntime {

  private final ExecutorService loop =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon(false).name("loop").factory());
  private final ExecutorService blocking =
      Executors.newFixedThreadPool(
          4, Thread.ofPlatform().daemon(false).name("blocking-", 1).factory());
  private final Phaser unfinished = new Phaser(1);
  private volatile boolean closing;

  @Override
  public void execute(Runnable task) {
    accept();
    loop.execute(() -> runAndCount(task));
  }

  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    accept();
    FutureTask<T> task = new FutureTask<>(work);
    blocking.execute(() -> {
      task.run();
      loop.execute(() -> runAndCount(() -> resume.accept(task)));
    });
  }

  private void accept() {
    boolean fromOutside = !Thread.currentThread().getName().equals("loop");
    if ((closing && fromOutside) || unfinished.register() < 0) {
      throw new RejectedExecutionException("closed");
    }
  }

  private void runAndCount(Runnable task) {
    try {
      task.run();
    } finally {
      unfinished.arriveAndDeregister();
    }
  }

  @Override
  public void close() {
    closing = true;
    super.close();
    if (!unfinished.isTerminated()) {
      unfinished.awaitAdvance(unfinished.arriveAndDeregister());
    }
    loop.close();
    blocking.close();
  }
}
