package workshop.testkit.http;

import io.vertx.core.impl.VertxThread;
import io.vertx.core.spi.VertxThreadFactory;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import workshop.testkit.thread.Await;

/** Names the origin's threads, so that they differ from the learner's, and waits for their end. */
final class OriginThreads implements VertxThreadFactory {

  /**
   * Contains the timer thread of Vert.x, which no factory creates and which may end after Vert.x.
   */
  private final ThreadGroup group = new ThreadGroup("origin");

  private final List<Thread> started = new CopyOnWriteArrayList<>();

  @Override
  public VertxThread newVertxThread(
      Runnable target, String name, boolean worker, long maxExecTime, TimeUnit unit) {
    VertxThread thread =
        new VertxThread(
            target, name.replaceFirst("^vert\\.x-", "origin-"), worker, maxExecTime, unit);
    started.add(thread);
    return thread;
  }

  /** Returns the result of {@code maker}; the threads that it starts are the origin's. */
  <T> T make(String what, Callable<T> maker) {
    FutureTask<T> making = new FutureTask<>(maker);
    Thread.ofPlatform().group(group).name("origin-maker").start(making);
    return Await.result(what, making);
  }

  /** Waits until the last of them has ended. */
  void awaitEnd() {
    started.forEach(OriginThreads::awaitEnd);
    Thread[] rest = new Thread[group.activeCount() + 8];
    for (int i = 0, count = group.enumerate(rest); i < count; i++) {
      awaitEnd(rest[i]);
    }
  }

  private static void awaitEnd(Thread thread) {
    Await.end("the end of the origin's thread " + thread.getName(), thread);
  }
}
