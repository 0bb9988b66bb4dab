package workshop.downloads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A timer without a clock: a scheduled task runs when the test says so, on the test's thread. Safe
 * for use by many threads.
 */
final class ManualTimer extends AbstractExecutorService implements ScheduledExecutorService {

  private final List<ScheduledTask<?>> tasks = new ArrayList<>();
  private boolean shutdown;

  /** A task that was scheduled; it is done when it has run or was canceled. */
  static final class ScheduledTask<V> extends FutureTask<V> implements ScheduledFuture<V> {

    private final Duration delay;

    private ScheduledTask(Callable<V> task, Duration delay) {
      super(task);
      this.delay = delay;
    }

    /**
     * A task that cancels itself with an interrupt must not leave the flag set on the test's
     * thread.
     */
    @Override
    public void run() {
      super.run();
      Thread.interrupted();
    }

    /** Returns the delay with which the task was scheduled. */
    Duration delay() {
      return delay;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(delay);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }

    @Override
    public String toString() {
      String state = isCancelled() ? "canceled" : isDone() ? "has run" : "still scheduled";
      return "  after " + delay.toMillis() + " ms: " + state;
    }
  }

  /** Returns all tasks that were ever scheduled, in the order of scheduling. */
  synchronized List<ScheduledTask<?>> all() {
    return List.copyOf(tasks);
  }

  /** Returns the tasks that have neither run nor been canceled. */
  List<ScheduledTask<?>> pending() {
    return all().stream().filter(each -> !each.isDone()).toList();
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
    if (isShutdown()) {
      throw new RejectedExecutionException("the timer was shut down");
    }
    ScheduledTask<V> scheduled = new ScheduledTask<>(task, Duration.of(delay, unit.toChronoUnit()));
    synchronized (this) {
      tasks.add(scheduled);
    }
    return scheduled;
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return schedule(Executors.callable(task), delay, unit);
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long initialDelay, long period, TimeUnit unit) {
    throw new IllegalStateException("no task has to run periodically here: use schedule");
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long initialDelay, long delay, TimeUnit unit) {
    return scheduleAtFixedRate(task, initialDelay, delay, unit);
  }

  /** Runs {@code task} at once, on the calling thread. */
  @Override
  public void execute(Runnable task) {
    task.run();
  }

  @Override
  public synchronized void shutdown() {
    shutdown = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    return List.copyOf(pending());
  }

  @Override
  public synchronized boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return isShutdown();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return isShutdown();
  }

  /** Returns a line for each task. */
  @Override
  public String toString() {
    String lines = all().stream().map(Object::toString).collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "  nothing was scheduled" : lines;
  }
}
