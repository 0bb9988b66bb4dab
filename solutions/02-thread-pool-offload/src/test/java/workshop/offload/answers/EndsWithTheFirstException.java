package workshop.offload.answers;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Its loop ends when a task throws. */
@WrongAnswer("has stopped the loop for all others")
public class EndsWithTheFirstException extends TinyRuntime {

  private final BlockingQueue<Runnable> ready = new LinkedBlockingQueue<>();
  private final Thread own =
      Thread.ofPlatform().daemon(false).name("loop").daemon().start(this::turn);
  private volatile boolean closed;

  private void turn() {
    try {
      while (!closed) {
        ready.take().run();
      }
    } catch (InterruptedException e) {
      return;
    }
  }

  @Override
  public void execute(Runnable task) {
    ready.add(task);
  }

  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    super.offload(work, done -> execute(() -> resume.accept(done)));
  }

  @Override
  public void close() {
    super.close();
    closed = true;
    own.interrupt();
  }
}
