package workshop.vertx;

import io.netty.util.concurrent.AbstractScheduledEventExecutor;
import java.lang.reflect.Field;
import java.util.Queue;

/**
 * The timers of an event loop: {@code Future.timeout()}, {@code setTimer()}, {@code setPeriodic()}.
 *
 * <p>A time limit cannot be seen before it passes, and a suite that waits for that is slow. The
 * timer behind it can be seen at once. Netty keeps timers in a queue that has no accessor.
 */
final class PendingTimers {

  private PendingTimers() {}

  /** Returns whether a timer is set. Called on the thread of the event loop. */
  static boolean exist(Object eventLoop) {
    try {
      Field queue = AbstractScheduledEventExecutor.class.getDeclaredField("scheduledTaskQueue");
      queue.setAccessible(true);
      return queue.get(eventLoop) instanceof Queue<?> timers && !timers.isEmpty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Netty keeps its timers elsewhere now: adapt this class", e);
    }
  }
}
