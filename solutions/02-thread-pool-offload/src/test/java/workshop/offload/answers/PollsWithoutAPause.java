package workshop.offload.answers;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Polls its queue in a loop, and keeps a processor busy. */
@WrongAnswer("kept a processor busy")
public class PollsWithoutAPause extends TinyRuntime {

  private final BlockingQueue<Runnable> ready = new LinkedBlockingQueue<>();
  private final Thread own =
      Thread.ofPlatform().daemon(false).name("loop").daemon().start(this::turn);
  private volatile boolean closed;

  private void turn() {
    while (!closed) {
      Runnable task = ready.poll();
      if (task != null) {
        runOne(task);
      }
      Thread.onSpinWait();
    }
  }

  private static void runOne(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      Thread self = Thread.currentThread();
      self.getUncaughtExceptionHandler().uncaughtException(self, e);
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
