package workshop.downloads;

import io.vertx.core.Handler;
import io.vertx.core.Timer;
import io.vertx.core.Vertx;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Tracks the timers that are set with one {@link Vertx}. Safe for use by many threads. */
final class TrackedTimers {

  private final Vertx real;
  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  /** A timer that was set. */
  private static final class Entry {

    private final long millis;
    private volatile long id = -1;
    private volatile boolean over;

    Entry(long millis) {
      this.millis = millis;
    }
  }

  TrackedTimers(Vertx real) {
    this.real = real;
  }

  /** Returns a view of the same Vert.x that tracks timers. */
  Vertx vertx() {
    return (Vertx)
        Proxy.newProxyInstance(
            Vertx.class.getClassLoader(), new Class<?>[] {Vertx.class}, this::invoke);
  }

  @SuppressWarnings("unchecked")
  private Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    switch (method.getName()) {
      case "setTimer" -> {
        Entry entry = added((long) arguments[0]);
        Handler<Long> handler = (Handler<Long>) arguments[1];
        arguments[1] =
            (Handler<Long>)
                id -> {
                  entry.over = true;
                  handler.handle(id);
                };
        entry.id = (long) call(method, arguments);
        return entry.id;
      }
      case "timer" -> {
        Entry entry = added(millis(arguments));
        Timer timer = (Timer) call(method, arguments);
        timer.onComplete(_ -> entry.over = true);
        return timer;
      }
      case "cancelTimer" -> {
        entries.stream()
            .filter(each -> each.id == (long) arguments[0])
            .forEach(each -> each.over = true);
        return call(method, arguments);
      }
      default -> {
        return call(method, arguments);
      }
    }
  }

  private static long millis(Object[] arguments) {
    if (arguments[0] instanceof Duration duration) {
      return TimeUnit.MILLISECONDS.convert(duration);
    }
    TimeUnit unit = arguments.length == 2 ? (TimeUnit) arguments[1] : TimeUnit.MILLISECONDS;
    return unit.toMillis((long) arguments[0]);
  }

  private Entry added(long millis) {
    Entry entry = new Entry(millis);
    entries.add(entry);
    return entry;
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Returns whether each timer that was set has fired or was canceled. */
  boolean areOver() {
    return entries.stream().allMatch(each -> each.over);
  }

  /** Returns how many timers were set so far. */
  int count() {
    return entries.size();
  }

  /** Returns the longest delay of the timers that were set after the first {@code count}. */
  long longestAfter(int count) {
    return entries.stream().skip(count).mapToLong(each -> each.millis).max().orElse(0);
  }

  @Override
  public String toString() {
    return entries.stream()
        .map(each -> "  %d ms: %s".formatted(each.millis, each.over ? "over" : "still set"))
        .collect(Collectors.joining("\n"));
  }
}
