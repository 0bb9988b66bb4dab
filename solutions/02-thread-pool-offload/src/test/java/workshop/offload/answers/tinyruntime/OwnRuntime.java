package workshop.offload.answers.tinyruntime;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** A runtime whose parts the wrong answers override. Without overrides, it is right. */
class OwnRuntime {

  final BlockingDeque<Runnable> ready = new LinkedBlockingDeque<>();
  final ExecutorService blocking =
      Executors.newFixedThreadPool(blockingThreads(), threads().name("blocking-", 1).factory());
  final Thread loop = threads().name("loop").unstarted(this::runLoop);
  private int unfinished;
  private boolean closing;

  OwnRuntime() {
    start();
  }

  int blockingThreads() {
    return 4;
  }

  Thread.Builder.OfPlatform threads() {
    return Thread.ofPlatform().daemon(false);
  }

  void start() {
    loop.start();
  }

  void execute(Runnable task) {
    accept();
    makeReady(task);
  }

  void makeReady(Runnable task) {
    ready.add(task);
  }

  <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
    FutureTask<T> task = new FutureTask<>(work);
    accept();
    blocking.execute(() -> {
      task.run();
      makeReady(() -> resume.accept(task));
    });
  }

  private synchronized void accept() {
    if (closing && !mayStillAdd(Thread.currentThread())) {
      throw new RejectedExecutionException("the runtime is closed");
    }
    unfinished++;
  }

  boolean mayStillAdd(Thread thread) {
    return thread == loop;
  }

  private void runLoop() {
    while (!isDone()) {
      try {
        runOne(next());
      } catch (Throwable e) {
        if (!survives(e)) {
          return;
        }
        report(e);
      }
    }
    blocking.close();
  }

  Runnable next() throws InterruptedException {
    return ready.take();
  }

  private void runOne(Runnable task) {
    try {
      task.run();
    } finally {
      finish();
    }
  }

  boolean survives(Throwable error) {
    return true;
  }

  void report(Throwable error) {
    try {
      loop.getUncaughtExceptionHandler().uncaughtException(loop, error);
    } catch (Throwable ignored) {
      // as the JVM does
    }
  }

  private synchronized void finish() {
    unfinished--;
  }

  private synchronized boolean isDone() {
    return closing && unfinished == 0;
  }

  void close() {
    beginToClose();
    try {
      loop.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void beginToClose() {
    if (!closing) {
      closing = true;
      unfinished++;
      makeReady(() -> {});
    }
  }
}
