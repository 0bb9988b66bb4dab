package workshop.offload.answers.tinyruntime;

import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link TinyRuntime} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  /** Begins to reject tasks only once its loop has ended. */
  @WrongAnswer("execute() still accepted new tasks")
  public static class RefusesOnceItHasEnded extends TinyRuntime {

    private final Phaser unfinished = new Phaser(1);

    @Override
    public void execute(Runnable task) {
      counting(() -> super.execute(() -> runAndCount(task)));
    }

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      counting(() -> super.offload(work, done -> runAndCount(() -> resume.accept(done))));
    }

    private void counting(Runnable handOver) {
      unfinished.register();
      try {
        handOver.run();
      } catch (RejectedExecutionException e) {
        unfinished.arriveAndDeregister();
        throw e;
      }
    }

    private void runAndCount(Runnable task) {
      try {
        task.run();
      } finally {
        unfinished.arriveAndDeregister();
      }
    }

    @Override
    public void close() {
      unfinished.awaitAdvance(unfinished.arrive());
      super.close();
    }
  }

  /** Schedules resume when the work is handed over, not when it is done. */
  @WrongAnswer("The future passed to resume is RUNNING")
  public static class ResumesTooEarly extends TinyRuntime {
    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      FutureTask<T> task = new FutureTask<>(work);
      super.offload(Executors.callable(task), done -> {});
      execute(() -> resume.accept(task));
    }
  }

  /** Runs a task at once if the loop itself calls execute(). */
  @WrongAnswer("ran at once, in the middle of task 1")
  public static class RunsInlineOnTheLoop extends TinyRuntime {

    @Override
    public void execute(Runnable task) {
      if (Thread.currentThread().getName().equals("loop")) {
        task.run();
        return;
      }
      super.execute(task);
    }
  }

  /** Puts tasks from the loop itself on a stack, so the newest one runs first. */
  @WrongAnswer("ended in this order")
  public static class RunsTheNewestFirst extends TinyRuntime {
    private final Deque<Runnable> stack = new ConcurrentLinkedDeque<>();

    @Override
    public void execute(Runnable task) {
      if (Thread.currentThread().getName().equals("loop")) {
        stack.push(task);
        super.execute(() -> stack.pop().run());
      } else {
        super.execute(task);
      }
    }
  }

  /** Starts its loop in execute(), so offload() alone has no loop. */
  @WrongAnswer("resume was not called: ")
  public static class StartsItsLoopInExecute extends TinyRuntime {
    private final OwnRuntime own =
        new OwnRuntime() {
          @Override
          void start() {}

          @Override
          void execute(Runnable task) {
            if (loop.getState() == Thread.State.NEW) {
              loop.start();
            }
            super.execute(task);
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

  /** Runs the work under a lock, so one of four threads works. */
  @WrongAnswer("one after another")
  public static class WorksOneAtATime extends TinyRuntime {

    private final Object door = new Object();

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      super.offload(() -> alone(work), resume);
    }

    private <T> T alone(Callable<T> work) throws Exception {
      synchronized (door) {
        return work.call();
      }
    }
  }
}
