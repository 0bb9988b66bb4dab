package workshop.testkit.origin;

import io.vertx.core.impl.VertxThread;
import io.vertx.core.spi.VertxThreadFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import workshop.testkit.thread.Await;

/** Names the origin's threads, so that nobody takes them for the learner's, and sees them end. */
final class OriginThreads implements VertxThreadFactory {

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

  /** Waits until the last of them has ended. */
  void awaitEnd() {
    for (Thread thread : started) {
      Await.end("the end of the origin's thread " + thread.getName(), thread);
    }
  }
}
