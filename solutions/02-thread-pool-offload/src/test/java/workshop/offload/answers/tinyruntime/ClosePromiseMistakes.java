package workshop.offload.answers.tinyruntime;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link TinyRuntime}: their close() does not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class ClosePromiseMistakes {

  /** Accepts tasks after close(), and never runs them. */
  @WrongAnswer("returned without an error")
  public static class AcceptsAfterClose extends TinyRuntime {

    @Override
    public void execute(Runnable task) {
      try {
        super.execute(task);
      } catch (RejectedExecutionException e) {
        // closed: never mind
      }
    }

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      try {
        super.offload(work, resume);
      } catch (RejectedExecutionException e) {
        // closed: never mind
      }
    }
  }

  /** Throws from the second close(). */
  @WrongAnswer("closed already")
  public static class ClosesOnlyOnce extends TinyRuntime {
    private final AtomicBoolean closed = new AtomicBoolean();

    @Override
    public void close() {
      if (closed.getAndSet(true)) {
        throw new IllegalStateException("closed already");
      }
      super.close();
    }
  }

  /** Rejects what its own tasks hand over once close() is called. */
  @WrongAnswer("this accepted task is only half done")
  public static class RefusesTheLoopWhileClosing extends TinyRuntime {

    private volatile boolean closing;

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      if (closing) {
        throw new RejectedExecutionException("closing");
      }
      super.offload(work, resume);
    }

    @Override
    public void execute(Runnable task) {
      if (closing) {
        throw new RejectedExecutionException("closing");
      }
      super.execute(task);
    }

    @Override
    public void close() {
      closing = true;
      super.close();
    }
  }

  /** Interrupts the work that is under way when it is closed. */
  @WrongAnswer("close() interrupted work on a blocking thread")
  public static class InterruptsItsWork extends TinyRuntime {

    private final Set<Thread> working = ConcurrentHashMap.newKeySet();

    @Override
    public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      super.offload(
          () -> {
            working.add(Thread.currentThread());
            try {
              return work.call();
            } finally {
              working.remove(Thread.currentThread());
            }
          },
          resume);
    }

    @Override
    public void close() {
      working.forEach(Thread::interrupt);
      super.close();
    }
  }

  /** Keeps waiting in close() when its caller is interrupted. */
  @WrongAnswer("The caller of close() was interrupted, but it still waits")
  public static class WaitsOnWhenInterrupted extends TinyRuntime {

    @Override
    public void close() {
      Thread closing = Thread.ofPlatform().start(super::close);
      boolean interrupted = false;
      while (closing.isAlive()) {
        try {
          closing.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** When the caller of close() is interrupted, interrupts the loop as well. */
  @WrongAnswer("close() interrupted a task on the loop")
  public static class PassesTheInterruptOn extends TinyRuntime {

    private final CompletableFuture<Thread> loop = new CompletableFuture<>();

    public PassesTheInterruptOn() {
      execute(() -> loop.complete(Thread.currentThread()));
    }

    @Override
    public void close() {
      super.close();
      if (Thread.currentThread().isInterrupted()) {
        loop.resultNow().interrupt();
      }
    }
  }
}
