package workshop.offload.answers;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import workshop.offload.TinyRuntime;
import workshop.testkit.exercise.WrongAnswer;

/** Calls the default uncaught exception handler, which is null in most programs. */
@WrongAnswer("No default handler was set")
public class AsksForTheDefaultHandler extends TinyRuntime {

  private final BlockingQueue<Runnable> ready = new LinkedBlockingQueue<>();
  private final Thread own =
      Thread.ofPlatform().daemon(false).name("loop").daemon().start(this::turn);
  private volatile boolean closed;

  private void turn() {
    while (!closed) {
      try {
        ready.take().run();
      } catch (InterruptedException e) {
        return;
      } catch (Throwable e) {
        Thread.getDefaultUncaughtExceptionHandler().uncaughtException(own, e);
      }
    }
  }

  @Override
  public void execute(Runnable task) {
    ready.add(task);
  }

  @Override
  public <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    super.offload(work, done -> ready.add(() -> resume.accept(done)));
  }

  @Override
  public void close() {
    super.close();
    closed = true;
    own.interrupt();
  }
}
