package workshop.offload.answers.tinyruntime;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link TinyRuntime} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  /** Never closes its blocking pool. */
  @WrongAnswer("still alive after the test")
  public static class LeavesItsPoolOpen extends TinyRuntime {

    private final ExecutorService blocking =
        Executors.newFixedThreadPool(
            4, Thread.ofPlatform().daemon(false).name("blocking-", 1).factory());

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      FutureTask<T> task = new FutureTask<>(work);
      blocking.execute(() -> {
        task.run();
        execute(() -> resume.accept(task));
      });
    }
  }

  /** Looks into its queue once every millisecond. */
  @WrongAnswer("That is busy waiting")
  public static class PollsEveryMillisecond extends TinyRuntime {
    private final OwnRuntime own =
        new OwnRuntime() {
          @Override
          Runnable next() {
            Runnable task = ready.poll();
            while (task == null) {
              LockSupport.parkNanos(1_000_000);
              task = ready.poll();
            }
            return task;
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

  /** Polls its queue in a loop, and keeps a processor busy. */
  @WrongAnswer("kept a processor busy")
  public static class PollsWithoutAPause extends TinyRuntime {
    private final OwnRuntime own =
        new OwnRuntime() {
          @Override
          Runnable next() {
            Runnable task = ready.poll();
            while (task == null) {
              Thread.onSpinWait();
              task = ready.poll();
            }
            return task;
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

  /** Starts a thread for each piece of work, without a limit. */
  @WrongAnswer("blocking threads are alive")
  public static class StartsAThreadPerOrder extends TinyRuntime {

    private final AtomicInteger hired = new AtomicInteger();

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      FutureTask<T> task = new FutureTask<>(work);
      Thread.ofPlatform()
          .name("blocking-", hired.incrementAndGet())
          .start(() -> {
            task.run();
            execute(() -> resume.accept(task));
          });
    }
  }

  /** Keeps one more thread for each piece of work, only to wait for it. */
  @WrongAnswer("threads besides the loop")
  public static class WaitsOnAThreadPerOrder extends TinyRuntime {

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      FutureTask<T> task = new FutureTask<>(work);
      super.offload(
          () -> {
            task.run();
            return task;
          },
          done -> {});
      Thread.ofPlatform()
          .start(() -> {
            try {
              task.get();
            } catch (InterruptedException | ExecutionException e) {
              // resume will see
            }
            execute(() -> resume.accept(task));
          });
    }
  }

  /** Wakes up once a second to check whether it was closed. */
  @WrongAnswer("kept waking up after a time limit to check again")
  public static class WakesUpEverySecond extends TinyRuntime {
    private final OwnRuntime own =
        new OwnRuntime() {
          @Override
          Runnable next() throws InterruptedException {
            Runnable task = ready.poll(1, SECONDS);
            return task == null ? next() : task;
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
