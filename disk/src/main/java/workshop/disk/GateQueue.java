package workshop.disk;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The queue of a gate. Once it is open, nothing waits in it. Safe for use by many threads.
 *
 * @param <T> the type of the waiting elements; each must be equal only to itself
 */
public final class GateQueue<T> {

  private final Consumer<? super T> release;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrival = lock.newCondition();

  // Guarded by the lock.
  private final Set<T> waiting = new LinkedHashSet<>();
  private int arrived;
  private int passes;
  private boolean open;

  /**
   * Creates a closed gate.
   *
   * @param release releases one element that waits; called without the lock
   */
  public GateQueue(Consumer<? super T> release) {
    this.release = release;
  }

  /** Returns whether {@code who} must wait. It may be released before this method returns. */
  public boolean holds(T who) {
    lock.lock();
    try {
      arrived++;
      arrival.signalAll();
      if (open || passes > 0) {
        passes = Math.max(0, passes - 1);
        return false;
      }
      waiting.add(who);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Removes an element that no longer waits although it was not released. */
  public void leave(Predicate<? super T> left) {
    lock.lock();
    try {
      waiting.removeIf(left);
    } finally {
      lock.unlock();
    }
  }

  /** Returns the waiting elements, in the order of arrival. */
  public List<T> waiting() {
    lock.lock();
    try {
      return List.copyOf(waiting);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a short time. Returns whether {@code n} elements have arrived, including released
   * ones.
   */
  boolean awaitArrivals(int n, long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (arrived < n && left > 0) {
        left = arrival.awaitNanos(left);
      }
      return arrived >= n;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Releases {@code n} elements: those that wait, in the order of arrival, and then the next to
   * arrive.
   */
  public void let(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n must not be negative: " + n);
    }
    List<T> going = new ArrayList<>();
    lock.lock();
    try {
      Iterator<T> first = waiting.iterator();
      while (going.size() < n && first.hasNext()) {
        going.add(first.next());
        first.remove();
      }
      passes += n - going.size();
    } finally {
      lock.unlock();
    }
    going.forEach(release);
  }

  /** Releases all elements, including later ones. */
  public void open() {
    List<T> going;
    lock.lock();
    try {
      open = true;
      going = List.copyOf(waiting);
      waiting.clear();
    } finally {
      lock.unlock();
    }
    going.forEach(release);
  }
}
