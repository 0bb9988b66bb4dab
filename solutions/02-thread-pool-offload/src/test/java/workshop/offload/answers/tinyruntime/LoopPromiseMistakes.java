package workshop.offload.answers.tinyruntime;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
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
    private final OwnRuntime own =
        new OwnRuntime() {
          @Override
          void report(Throwable error) {
            Thread.getDefaultUncaughtExceptionHandler().uncaughtException(loop, error);
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

  /** Its loop ends when a task leaves the interrupt flag set. */
  @WrongAnswer("left the interrupt flag")
  public static class EndsWhenItIsInterrupted extends TinyRuntime {
    private final OwnRuntime own =
        new OwnRuntime() {
          @Override
          boolean survives(Throwable error) {
            return !(error instanceof InterruptedException);
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

  /** Its loop ends when the uncaught exception handler throws. */
  @WrongAnswer("then the uncaught exception handler threw an Error")
  public static class EndsWhenTheHandlerThrows extends TinyRuntime {
    private final OwnRuntime own =
        new OwnRuntime() {
          @Override
          void report(Throwable error) {
            loop.getUncaughtExceptionHandler().uncaughtException(loop, error);
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

  /** Its loop ends when a task throws. */
  @WrongAnswer("stopped the loop for all other tasks")
  public static class EndsWithTheFirstException extends TinyRuntime {
    private final OwnRuntime own =
        new OwnRuntime() {
          @Override
          boolean survives(Throwable error) {
            return false;
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

  /** Its loop ends with an Error. */
  @WrongAnswer("no task has run since")
  public static class SurvivesExceptionsOnly extends TinyRuntime {
    private final OwnRuntime own =
        new OwnRuntime() {
          @Override
          boolean survives(Throwable error) {
            return error instanceof Exception;
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

  /** Reports what a task throws, but not what a continuation throws. */
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
