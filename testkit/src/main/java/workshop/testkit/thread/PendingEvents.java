package workshop.testkit.thread;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the pending events that one source will cause by itself, such as the replies that a server
 * delays. While one is pending anywhere in this JVM, the program is not quiet. Safe for use by many
 * threads.
 */
public final class PendingEvents implements AutoCloseable {

  private static final Set<PendingEvents> OPEN = ConcurrentHashMap.newKeySet();

  private final AtomicInteger pending = new AtomicInteger();

  public PendingEvents() {
    OPEN.add(this);
  }

  /** Announces an event. */
  public void announce() {
    pending.incrementAndGet();
  }

  /** Records that an announced event has happened. */
  public void happened() {
    pending.decrementAndGet();
  }

  /** Forgets all events that have not happened. */
  @Override
  public void close() {
    OPEN.remove(this);
  }

  static boolean exist() {
    return OPEN.stream().anyMatch(source -> source.pending.get() > 0);
  }
}
