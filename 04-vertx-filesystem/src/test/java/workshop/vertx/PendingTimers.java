package workshop.vertx;

import io.netty.util.concurrent.AbstractScheduledEventExecutor;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.lang.reflect.Field;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * The timers of an event loop: {@code Future.timeout()}, {@code setTimer()}, {@code setPeriodic()}.
 *
 * <p>A time limit has no visible effect before it passes, and a suite that waited for it would be
 * slow. The timer behind it is visible at once. Netty keeps timers in a queue that has no accessor.
 */
final class PendingTimers {

  /** Netty's own timer, which ends an idle thread. */
  private static final Object OF_NETTY =
      value(GlobalEventExecutor.class, "quietPeriodTask", GlobalEventExecutor.INSTANCE);

  private PendingTimers() {}

  /** Returns how many timers are set. Must be called on the event loop's thread. */
  static long of(Object eventLoop) {
    return value(AbstractScheduledEventExecutor.class, "scheduledTaskQueue", eventLoop)
            instanceof Queue<?> timers
        ? timers.stream().filter(timer -> timer != OF_NETTY).count()
        : 0;
  }

  /** Returns how many timers are set outside of all contexts, as for the future of a pipe. */
  static long ofNoContext() {
    GlobalEventExecutor executor = GlobalEventExecutor.INSTANCE;
    return CompletableFuture.supplyAsync(() -> of(executor), executor).join();
  }

  private static Object value(Class<?> type, String name, Object of) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Netty keeps its timers elsewhere now: adapt this class", e);
    }
  }
}
