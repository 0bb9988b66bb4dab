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
 * What a gate does, whatever waits at it: keeps the order of arrival, lets on the first that wait
 * or the next to come, and once open holds nothing anymore. Safe for use by many threads.
 *
 * @param <T> what waits; equal only to itself
 */
public final class GateQueue<T> {

  private final Consumer<? super T> letOn;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrival = lock.newCondition();

  // Guarded by the lock.
  private final Set<T> waiting = new LinkedHashSet<>();
  private int arrived;
  private int passes;
  private boolean open;

  /**
   * Makes a closed gate.
   *
   * @param letOn sets one free that waits; called without the lock
   */
  public GateQueue(Consumer<? super T> letOn) {
    this.letOn = letOn;
  }

  /** Returns whether {@code who} has to wait. It may be let on before this returns. */
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

  /** Forgets what waits no longer, for another reason than being let on. */
  public void leave(Predicate<? super T> left) {
    lock.lock();
    try {
      waiting.removeIf(left);
    } finally {
      lock.unlock();
    }
  }

  /** Returns what waits, in the order of arrival. */
  public List<T> waiting() {
    lock.lock();
    try {
      return List.copyOf(waiting);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits a moment for arrivals.
   *
   * @return whether {@code n} have arrived, whether or not they were let on
   * @throws InterruptedException if the thread is interrupted
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

  /** Lets {@code n} on: those that wait, by order of arrival, then the next to come. */
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
    going.forEach(letOn);
  }

  /** Lets everything on, also what is still to come. */
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
    going.forEach(letOn);
  }
}
