package workshop.offload.answers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import workshop.offload.BoundedPool;
import workshop.testkit.exercise.WrongAnswer;

/** Its threads end with an Error, and it does not replace them. */
@WrongAnswer("until none was left")
public class LosesAThreadPerError extends BoundedPool {
  @Override
  public ExecutorService open(String name, int threads, int places) {

    BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(threads + places);
    AtomicBoolean shut = new AtomicBoolean();
    List<Thread> workers = new ArrayList<>();
    ThreadFactory factory = Thread.ofPlatform().daemon(false).name(name + "-", 1).factory();
    AtomicInteger busy = new AtomicInteger();
    for (int i = 0; i < threads; i++) {
      Thread worker =
          factory.newThread(() -> {
            try {
              while (true) {
                Runnable task = queue.take();
                try {
                  task.run();
                } catch (Exception e) {
                  Thread.currentThread()
                      .getUncaughtExceptionHandler()
                      .uncaughtException(Thread.currentThread(), e);
                } finally {
                  busy.decrementAndGet();
                }
              }
            } catch (InterruptedException e) {
              // shut down
            }
          });
      worker.start();
      workers.add(worker);
    }
    return new AbstractExecutorService() {
      @Override
      public void execute(Runnable task) {
        if (shut.get() || busy.incrementAndGet() > threads + places) {
          busy.decrementAndGet();
          throw new RejectedExecutionException(name + (shut.get() ? " is shut down" : " is full"));
        }
        queue.add(task);
      }

      @Override
      public void shutdown() {
        shut.set(true);
        Thread.startVirtualThread(() -> {
          while (busy.get() > 0 && workers.stream().anyMatch(Thread::isAlive)) {
            LockSupport.parkNanos(1_000_000);
          }
          workers.forEach(Thread::interrupt);
        });
      }

      @Override
      public List<Runnable> shutdownNow() {
        shut.set(true);
        List<Runnable> rest = new ArrayList<>();
        queue.drainTo(rest);
        workers.forEach(Thread::interrupt);
        return rest;
      }

      @Override
      public boolean isShutdown() {
        return shut.get();
      }

      @Override
      public boolean isTerminated() {
        return shut.get() && workers.stream().noneMatch(Thread::isAlive);
      }

      @Override
      public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
        for (Thread worker : workers) {
          if (!worker.join(Duration.ofNanos(unit.toNanos(time)))) {
            return false;
          }
        }
        return true;
      }
    };
  }
}
