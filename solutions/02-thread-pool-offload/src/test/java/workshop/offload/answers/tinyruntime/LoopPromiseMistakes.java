package workshop.offload.answers.tinyruntime;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link TinyRuntime}: their loop ends too early, or reports no error. */
@Mistakes(AnswerKind.PROMISE)
final class LoopPromiseMistakes {

  /** Calls the default uncaught exception handler, which is null in most programs. */
  @WrongAnswer("No default handler was set")
  public static class AsksForTheDefaultHandler extends TinyRuntime {

    private final BlockingQueue<Runnable> ready = new LinkedBlockingQueue<>();
    private final Thread own =
        Thread.ofPlatform().daemon(false).name("loop").daemon().start(this::turn);
    private volatile boolean closed;

    private void turn() {
      while (!closed) {
        try {
          ready.take().run();
        } catch (InterruptedException e) {
          return;
        } catch (Throwable e) {
          Thread.getDefaultUncaughtExceptionHandler().uncaughtException(own, e);
        }
      }
    }

    @Override
    public void execute(Runnable task) {
      ready.add(task);
    }

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      super.offload(work, done -> ready.add(() -> resume.accept(done)));
    }

    @Override
    public void close() {
      super.close();
      closed = true;
      own.interrupt();
    }
  }

  /** Its loop ends when a task leaves the interrupt flag set. */
  @WrongAnswer("left the interrupt flag")
  public static class EndsWhenItIsInterrupted extends TinyRuntime {
    private final BlockingDeque<Runnable> ready = new LinkedBlockingDeque<>();
    private final ExecutorService blocking =
        Executors.newFixedThreadPool(
            4, Thread.ofPlatform().daemon(false).name("blocking-", 1).factory());
    private final Thread loop =
        Thread.ofPlatform().daemon(false).name("loop").unstarted(this::runLoop);
    private int unfinished;
    private boolean closing;

    public EndsWhenItIsInterrupted() {
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
          return;
        } catch (Throwable e) {
          Thread.currentThread()
              .getUncaughtExceptionHandler()
              .uncaughtException(Thread.currentThread(), e);
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

  /** Its loop ends when the uncaught exception handler throws. */
  @WrongAnswer("so did the uncaught exception handler")
  public static class EndsWhenTheHandlerThrows extends TinyRuntime {
    private final BlockingDeque<Runnable> ready = new LinkedBlockingDeque<>();
    private final ExecutorService blocking =
        Executors.newFixedThreadPool(
            4, Thread.ofPlatform().daemon(false).name("blocking-", 1).factory());
    private final Thread loop =
        Thread.ofPlatform().daemon(false).name("loop").unstarted(this::runLoop);
    private int unfinished;
    private boolean closing;

    public EndsWhenTheHandlerThrows() {
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
          Thread.currentThread()
              .getUncaughtExceptionHandler()
              .uncaughtException(Thread.currentThread(), e);
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

  /** Its loop ends when a task throws. */
  @WrongAnswer("stopped the loop for all others")
  public static class EndsWithTheFirstException extends TinyRuntime {

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

  /** Its loop ends with an Error. */
  @WrongAnswer("no task has run since")
  public static class SurvivesExceptionsOnly extends TinyRuntime {
    private final BlockingDeque<Runnable> ready = new LinkedBlockingDeque<>();
    private final ExecutorService blocking =
        Executors.newFixedThreadPool(
            4, Thread.ofPlatform().daemon(false).name("blocking-", 1).factory());
    private final Thread loop =
        Thread.ofPlatform().daemon(false).name("loop").unstarted(this::runLoop);
    private int unfinished;
    private boolean closing;

    public SurvivesExceptionsOnly() {
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
        } catch (Exception e) {
          Thread.currentThread()
              .getUncaughtExceptionHandler()
              .uncaughtException(Thread.currentThread(), e);
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

  /** Reports what a task throws, and not what a continuation throws. */
  @WrongAnswer("the uncaught exception handler got only")
  public static class SwallowsWhatResumeThrows extends TinyRuntime {
    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      super.offload(
          work,
          done -> {
            try {
              resume.accept(done);
            } catch (RuntimeException e) { // the loop must go on
            }
          });
    }
  }

  /** Swallows what a task throws. */
  @WrongAnswer("the uncaught exception handler got neither")
  public static class SwallowsWhatTasksThrow extends TinyRuntime {

    @Override
    public void execute(Runnable task) {
      super.execute(() -> {
        try {
          task.run();
        } catch (RuntimeException e) {
          // the loop must go on
        }
      });
    }

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      super.offload(
          work,
          done -> {
            try {
              resume.accept(done);
            } catch (RuntimeException e) {
              // the loop must go on
            }
          });
    }
  }
}
