package workshop.downloads;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer that treats a second as a millisecond. */
final class FastTimer extends ScheduledThreadPoolExecutor {

  FastTimer() {
    super(1, Thread.ofPlatform().name("timer").factory());
    prestartAllCoreThreads(); // it belongs to the test, so detectors ignore it
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return super.schedule(task, unit.toMicros(delay) / 1_000, TimeUnit.MICROSECONDS);
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
    return super.schedule(task, unit.toMicros(delay) / 1_000, TimeUnit.MICROSECONDS);
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long initialDelay, long period, TimeUnit unit) {
    return super.scheduleAtFixedRate(
        task,
        unit.toMicros(initialDelay) / 1_000,
        Math.max(1, unit.toMicros(period) / 1_000),
        TimeUnit.MICROSECONDS);
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long initialDelay, long delay, TimeUnit unit) {
    return scheduleAtFixedRate(task, initialDelay, delay, unit);
  }
}
