package workshop.testkit.thread;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The elements that were added last, in order. Beyond the capacity, the oldest are dropped. */
final class Recent<T> {

  private static final int CAPACITY = 10_000;

  private final Deque<T> items = new ArrayDeque<>();

  synchronized void add(T item) {
    if (items.size() == CAPACITY) {
      items.removeFirst();
    }
    items.addLast(item);
  }

  synchronized List<T> copy() {
    return List.copyOf(items);
  }
}
