package workshop.offload.answers;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Begins to refuse only once its loop has ended. */
@WrongAnswer("while execute() still accepts new tasks")
public class RefusesOnceItHasEnded extends TinyRuntime {

  private final Phaser unfinished = new Phaser(1);

  @Override
  public void execute(Runnable task) {
    counting(() -> super.execute(() -> runAndCount(task)));
  }

  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    counting(() -> super.offload(work, done -> runAndCount(() -> resume.accept(done))));
  }

  private void counting(Runnable handOver) {
    unfinished.register();
    try {
      handOver.run();
    } catch (RejectedExecutionException e) {
      unfinished.arriveAndDeregister();
      throw e;
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
    unfinished.awaitAdvance(unfinished.arrive());
    super.close();
  }
}
