package workshop.offload.answers.tinyruntime;

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
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link TinyRuntime}: they stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  /** Returns from close() while accepted work is running. */
  @WrongAnswer("close() returned while")
  public static class ClosesBeforeTheWorkIsDone extends TinyRuntime {

    @Override
    public void close() {
      Thread.ofPlatform().start(super::close);
    }
  }

  /** Returns from a second close() while the first one waits. */
  @WrongAnswer("A second close() returned")
  public static class ReturnsFromTheSecondClose extends TinyRuntime {
    private final BlockingDeque<Runnable> ready = new LinkedBlockingDeque<>();
    private final ExecutorService blocking =
        Executors.newFixedThreadPool(
            4, Thread.ofPlatform().daemon(false).name("blocking-", 1).factory());
    private final Thread loop =
        Thread.ofPlatform().daemon(false).name("loop").unstarted(this::runLoop);
    private int unfinished;
    private boolean closing;

    public ReturnsFromTheSecondClose() {
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
      if (closing) {
        return;
      }
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

  /** Waits three seconds at most for the loop to end. */
  @WrongAnswer("close() waits with a time limit")
  public static class ClosesWithALimit extends TinyRuntime {

    @Override
    public void close() {
      Thread closing = Thread.ofPlatform().start(super::close);
      try {
        closing.join(3_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
