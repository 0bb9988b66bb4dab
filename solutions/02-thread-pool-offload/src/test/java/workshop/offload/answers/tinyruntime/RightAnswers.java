package workshop.offload.answers.tinyruntime;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link TinyRuntime}, each built in another way. */
final class RightAnswers {

  /** Lets work on a blocking thread hand over more while the runtime closes. */
  @RightAnswer
  public static class AcceptsFromItsBlockingThreads extends TinyRuntime {
    private final BlockingDeque<Runnable> ready = new LinkedBlockingDeque<>();
    private final ExecutorService blocking =
        Executors.newFixedThreadPool(
            4, Thread.ofPlatform().daemon(false).name("blocking-", 1).factory());
    private final Thread loop =
        Thread.ofPlatform().daemon(false).name("loop").unstarted(this::runLoop);
    private int unfinished;
    private boolean closing;

    public AcceptsFromItsBlockingThreads() {
      super.close();
      loop.start();
    }

    @Override
    public void execute(Runnable task) {
      accept();
      ready.add(task);
    }

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      accept();
      FutureTask<T> task = new FutureTask<>(work);
      blocking.execute(() -> {
        task.run();
        ready.add(() -> resume.accept(task));
      });
    }

    private void runLoop() {
      while (!isDone()) {
        try {
          Runnable task = ready.take();
          try {
            task.run();
          } finally {
            finish();
          }
        } catch (Throwable e) {
          try {
            loop.getUncaughtExceptionHandler().uncaughtException(loop, e);
          } catch (Throwable ignored) {
            // as the JVM does
          }
        }
      }
      blocking.close();
    }

    @Override
    public void close() {
      synchronized (this) {
        if (!closing) {
          closing = true;
          unfinished++;
          ready.add(() -> {});
        }
      }
      try {
        loop.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private synchronized void accept() {
      if (closing
          && Thread.currentThread() != loop
          && !Thread.currentThread().getName().startsWith("blocking-")) {
        throw new RejectedExecutionException("the runtime is closed");
      }
      unfinished++;
    }

    private synchronized void finish() {
      unfinished--;
    }

    private synchronized boolean isDone() {
      return closing && unfinished == 0;
    }
  }

  /** Ignores interrupts of the loop, and what a handler throws. */
  @RightAnswer
  public static class IgnoresItsInterrupts extends TinyRuntime {
    private final BlockingDeque<Runnable> ready = new LinkedBlockingDeque<>();
    private final ExecutorService blocking =
        Executors.newFixedThreadPool(
            4, Thread.ofPlatform().daemon(false).name("blocking-", 1).factory());
    private final Thread loop =
        Thread.ofPlatform().daemon(false).name("loop").unstarted(this::runLoop);
    private int unfinished;
    private boolean closing;

    public IgnoresItsInterrupts() {
      super.close();
      loop.start();
    }

    @Override
    public void execute(Runnable task) {
      accept();
      ready.add(task);
    }

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      accept();
      FutureTask<T> task = new FutureTask<>(work);
      blocking.execute(() -> {
        task.run();
        ready.add(() -> resume.accept(task));
      });
    }

    private void runLoop() {
      while (!isDone()) {
        try {
          Runnable task = ready.take();
          try {
            task.run();
          } finally {
            finish();
          }
        } catch (InterruptedException e) {
          // a task left its flag set
        } catch (Throwable e) {
          try {
            loop.getUncaughtExceptionHandler().uncaughtException(loop, e);
          } catch (Throwable ignored) {
            // as the JVM does
          }
        }
      }
      blocking.close();
    }

    @Override
    public void close() {
      synchronized (this) {
        if (!closing) {
          closing = true;
          unfinished++;
          ready.add(() -> {});
        }
      }
      try {
        loop.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private synchronized void accept() {
      if (closing && Thread.currentThread() != loop) {
        throw new RejectedExecutionException("the runtime is closed");
      }
      unfinished++;
    }

    private synchronized void finish() {
      unfinished--;
    }

    private synchronized boolean isDone() {
      return closing && unfinished == 0;
    }
  }

  /** Uses a plain queue, and the loop waits in wait() until it is notified. */
  @RightAnswer
  public static class WakesTheLoopByHand extends TinyRuntime {

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
}
