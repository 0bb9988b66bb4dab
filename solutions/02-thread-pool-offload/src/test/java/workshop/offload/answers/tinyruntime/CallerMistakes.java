package workshop.offload.answers.tinyruntime;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link TinyRuntime}: the wrong thread does the work, waits for it, or gets the
 * result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  /** Waits in offload() until the work is done. */
  @WrongAnswer("you blocked the loop")
  public static class BlocksInOffload extends TinyRuntime {

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      FutureTask<T> task = new FutureTask<>(work);
      super.offload(
          () -> {
            task.run();
            return null;
          },
          done -> {});
      try {
        task.get();
      } catch (InterruptedException | ExecutionException e) {
        // resume asks the future itself
      }
      execute(() -> resume.accept(task));
    }
  }

  /** Its threads become daemons if a daemon creates it. */
  @WrongAnswer("A daemon thread created the runtime")
  public static class InheritsTheDaemonOfItsCreator extends TinyRuntime {
    private final BlockingDeque<Runnable> ready = new LinkedBlockingDeque<>();
    private final ExecutorService blocking =
        Executors.newFixedThreadPool(4, Thread.ofPlatform().name("blocking-", 1).factory());
    private final Thread loop = Thread.ofPlatform().name("loop").unstarted(this::runLoop);
    private int unfinished;
    private boolean closing;

    public InheritsTheDaemonOfItsCreator() {
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

  /** Calls resume on the blocking thread. */
  @WrongAnswer("resume ran on \"blocking-")
  public static class ResumesOnTheBlockingThread extends TinyRuntime {

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      super.offload(
          () -> {
            FutureTask<T> task = new FutureTask<>(work);
            task.run();
            resume.accept(task);
            return null;
          },
          done -> {});
    }
  }

  /** Starts a thread called loop for each task. */
  @WrongAnswer("all called loop")
  public static class StartsALoopPerTask extends TinyRuntime {
    @Override
    public void execute(Runnable task) {
      Thread.ofPlatform().daemon(false).name("loop").start(task);
    }
  }

  /** Waits on the loop until the work is done. */
  @WrongAnswer("you blocked the loop")
  public static class WaitsOnTheLoop extends TinyRuntime {

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      FutureTask<T> task = new FutureTask<>(work);
      super.offload(
          () -> {
            task.run();
            return null;
          },
          done -> {});
      execute(() -> {
        try {
          task.get();
        } catch (InterruptedException | ExecutionException e) {
          // resume asks the future itself
        }
        resume.accept(task);
      });
    }
  }

  /** Runs the work on the loop. */
  @WrongAnswer("which is not a blocking thread")
  public static class WorksOnTheLoop extends TinyRuntime {

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      execute(() -> {
        FutureTask<T> task = new FutureTask<>(work);
        task.run();
        resume.accept(task);
      });
    }
  }
}
