package workshop.offload.answers.tinyruntime;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link TinyRuntime} in which the wrong thread does the work, waits for it, or
 * gets the result.
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
    private final OwnRuntime own =
        new OwnRuntime() {
          @Override
          Thread.Builder.OfPlatform threads() {
            return Thread.ofPlatform();
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
