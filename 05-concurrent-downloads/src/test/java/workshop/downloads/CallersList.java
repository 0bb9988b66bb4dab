package workshop.downloads;

import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import workshop.testkit.thread.Await;

/**
 * A list that its caller empties as soon as a call has returned. All other threads wait until then,
 * so they always find it empty.
 */
final class CallersList<E> extends AbstractList<E> {

  private final CountDownLatch emptied = new CountDownLatch(1);
  private volatile List<E> elements;
  private volatile Thread caller;

  CallersList(List<E> elements) {
    this.elements = elements;
  }

  /** Calls {@code body} on this thread, and empties the list when it has returned. */
  <T> T lendTo(Callable<T> body) throws Exception {
    caller = Thread.currentThread();
    try {
      return body.call();
    } finally {
      elements = List.of();
      emptied.countDown();
    }
  }

  private List<E> elements() {
    if (Thread.currentThread() != caller) {
      Await.latch("the return of the call", emptied);
    }
    return elements;
  }

  @Override
  public E get(int index) {
    return elements().get(index);
  }

  @Override
  public int size() {
    return elements().size();
  }
}
