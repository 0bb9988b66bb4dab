package workshop.offload.answers.tinyruntime;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link TinyRuntime}: their offload() does not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class OffloadPromiseMistakes {

  /** Has three blocking threads instead of four. */
  @WrongAnswer("at most 3")
  public static class HasThreeBlockingThreads extends TinyRuntime {
    private final OwnRuntime own =
        new OwnRuntime() {
          @Override
          int blockingThreads() {
            return 3;
          }
        };

    @Override
    public void execute(Runnable task) {
      own.execute(task);
    }

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      own.offload(work, resume);
    }

    @Override
    public void close() {
      super.close();
      own.close();
    }
  }

  /** Resumes after a result or an exception, and not after an Error. */
  @WrongAnswer("resume was not called")
  public static class ResumesAfterExceptionsOnly extends TinyRuntime {

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      super.offload(
          () -> {
            CompletableFuture<T> result = new CompletableFuture<>();
            try {
              result.complete(work.call());
            } catch (Exception e) {
              result.completeExceptionally(e);
            } catch (Error e) {
              return null;
            }
            execute(() -> resume.accept(result));
            return null;
          },
          done -> {});
    }
  }

  /** Schedules resume twice. */
  @WrongAnswer("prints or writes everything twice")
  public static class ResumesTwice extends TinyRuntime {
    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      super.offload(
          work,
          done -> {
            resume.accept(done);
            resume.accept(done);
          });
    }
  }

  /** Reports to the default handler, although the loop thread may have one of its own. */
  @WrongAnswer("the uncaught exception handler of the loop thread was not called")
  public static class ReportsToTheDefaultHandler extends TinyRuntime {

    @Override
    public void execute(Runnable task) {
      super.execute(() -> report(task));
    }

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      super.offload(work, done -> report(() -> resume.accept(done)));
    }

    private static void report(Runnable task) {
      try {
        task.run();
      } catch (Throwable e) {
        Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
        if (handler != null) {
          handler.uncaughtException(Thread.currentThread(), e);
        }
      }
    }
  }

  /** Hands the call to resume to execute(), which rejects it once close() is called. */
  @WrongAnswer("resume was never called for accepted work")
  public static class ResumesThroughExecute extends TinyRuntime {

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      FutureTask<T> task = new FutureTask<>(work);
      super.offload(
          () -> {
            task.run();
            execute(() -> resume.accept(task));
            return "notified";
          },
          notified -> {});
    }
  }

  /** Counts work as finished when it has ended, although its resume has not run. */
  @WrongAnswer("resume was never called for accepted work")
  public static class EndsBeforeTheLastResume extends TinyRuntime {

    private final BlockingDeque<Runnable> ready = new LinkedBlockingDeque<>();
    private final AtomicInteger unfinished = new AtomicInteger();
    private volatile boolean closing;
    private final Thread own = Thread.ofPlatform().daemon(false).name("loop").start(this::turn);

    @Override
    public void execute(Runnable task) {
      accept();
      ready.add(() -> {
        try {
          task.run();
        } finally {
          unfinished.decrementAndGet();
        }
      });
    }

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      accept();
      FutureTask<T> task = new FutureTask<>(work);
      super.offload(
          () -> {
            task.run();
            unfinished.decrementAndGet();
            ready.add(() -> resume.accept(task));
            return "notified";
          },
          notified -> {});
    }

    private synchronized void accept() {
      if (closing && Thread.currentThread() != own) {
        throw new RejectedExecutionException("closed");
      }
      unfinished.incrementAndGet();
    }

    private void turn() {
      while (!closing || unfinished.get() > 0) {
        try {
          ready.take().run();
        } catch (Throwable e) {
          own.getUncaughtExceptionHandler().uncaughtException(own, e);
        }
      }
      super.close();
    }

    @Override
    public void close() {
      synchronized (this) {
        closing = true;
        ready.add(() -> {});
      }
      try {
        own.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
