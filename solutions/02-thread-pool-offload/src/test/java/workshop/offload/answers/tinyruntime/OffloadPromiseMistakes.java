package workshop.offload.answers.tinyruntime;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
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

  /** Makes resume ready twice. */
  @WrongAnswer("pays twice")
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
}
