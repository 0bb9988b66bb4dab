package workshop.offload.answers.tinyruntime;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link TinyRuntime}, each built in a different way. */
final class RightAnswers {

  /** Lets work on a blocking thread hand over more work while the runtime closes. */
  @RightAnswer
  public static class AcceptsFromItsBlockingThreads extends TinyRuntime {
    private final OwnRuntime own =
        new OwnRuntime() {
          @Override
          boolean mayStillAdd(Thread thread) {
            return thread == loop || thread.getName().startsWith("blocking-");
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

  /** Ignores interrupts of the loop, and what a handler throws. */
  @RightAnswer
  public static class IgnoresItsInterrupts extends TinyRuntime {
    private final OwnRuntime own =
        new OwnRuntime() {
          @Override
          void report(Throwable error) {
            if (!(error instanceof InterruptedException)) {
              super.report(error);
            }
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

  /** The loop waits in wait() until it is notified. */
  @RightAnswer
  public static class WakesTheLoopByHand extends TinyRuntime {
    private final OwnRuntime own =
        new OwnRuntime() {
          @Override
          void makeReady(Runnable task) {
            synchronized (ready) {
              ready.add(task);
              ready.notifyAll();
            }
          }

          @Override
          Runnable next() throws InterruptedException {
            synchronized (ready) {
              while (ready.isEmpty()) {
                ready.wait();
              }
              return ready.remove();
            }
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
}
