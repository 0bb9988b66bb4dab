package workshop.testkit.thread;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import workshop.disk.Held;

/** Holds every thread that reads, until it is opened. Closing the gate opens it. */
final class FakeGate implements Held, AutoCloseable {

  private final Set<Thread> inside = ConcurrentHashMap.newKeySet();
  private final CountDownLatch open = new CountDownLatch(1);

  /** The operation that is held. Like a disk, it ignores interrupts. */
  String read() {
    boolean interrupted = false;
    inside.add(Thread.currentThread());
    try {
      while (true) {
        try {
          open.await();
          return "content";
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      inside.remove(Thread.currentThread());
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void open() {
    open.countDown();
  }

  @Override
  public boolean isHeldBy(Thread thread) {
    return inside.contains(thread);
  }

  @Override
  public int waiting() {
    return inside.size();
  }

  @Override
  public String describe() {
    return "the READ of notes.txt";
  }

  @Override
  public void close() {
    open();
  }
}
