package workshop.offload.answers;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.RightAnswer;

/** Uses a plain queue, and the loop waits in wait() until it is notified. */
@RightAnswer
public class WakesTheLoopByHand extends TinyRuntime {

  private final Queue<Runnable> ready = new ArrayDeque<>();
  private int unfinished;
  private boolean closing;
  private final Thread own = Thread.ofPlatform().daemon(false).name("loop").start(this::turn);

  @Override
  public void execute(Runnable task) {
    accept();
    notifyLoop(task);
  }

  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    accept();
    FutureTask<T> task = new FutureTask<>(work);
    super.offload(
        () -> {
          task.run();
          notifyLoop(() -> resume.accept(task));
          return null;
        },
        done -> {});
  }

  private synchronized void accept() {
    if (closing && Thread.currentThread() != own) {
      throw new RejectedExecutionException("closed");
    }
    unfinished++;
  }

  private synchronized void notifyLoop(Runnable task) {
    ready.add(task);
    notifyAll();
  }

  private synchronized Runnable next() {
    while (ready.isEmpty() && !(closing && unfinished == 0)) {
      try {
        wait();
      } catch (InterruptedException e) {
        continue; // only close() ends the loop
      }
    }
    return ready.poll();
  }

  private void turn() {
    for (Runnable task = next(); task != null; task = next()) {
      try {
        task.run();
      } catch (Throwable e) {
        try {
          own.getUncaughtExceptionHandler().uncaughtException(own, e);
        } catch (Throwable ignored) {
          // as the JVM does
        }
      }
      synchronized (this) {
        unfinished--;
      }
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    try {
      own.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    super.close();
  }
}
