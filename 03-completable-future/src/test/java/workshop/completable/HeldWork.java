package workshop.completable;

import static java.util.Collections.newSetFromMap;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import workshop.testkit.diagnosis.Diagnosis;

/**
 * A {@link Checksum} that holds every part until it is released, and records what happens to it.
 */
final class HeldWork implements ReadAheadPipeline.Work<Checksum.Sum>, AutoCloseable {

  private final Checksum checksum = new Checksum();
  private final Semaphore permits = new Semaphore(0);
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicLong insideBytes = new AtomicLong();
  private final Set<byte[]> arrays =
      Collections.synchronizedSet(newSetFromMap(new IdentityHashMap<>()));
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicLong endedBytes = new AtomicLong();
  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
  private final Set<Thread> joiners = ConcurrentHashMap.newKeySet();
  private volatile boolean changed;

  @Override
  public Checksum.Sum of(ByteBuffer part) {
    workers.add(Thread.currentThread());
    Checksum.Sum before = checksum.of(part);
    if (part.hasArray()) {
      arrays.add(part.array());
    }
    insideBytes.addAndGet(before.count());
    inside.incrementAndGet();
    try {
      permits.acquireUninterruptibly();
    } finally {
      inside.decrementAndGet();
      insideBytes.addAndGet(-before.count());
    }
    Checksum.Sum sum = checksum.of(part);
    if (!sum.equals(before)) {
      changed = true;
    }
    endedBytes.addAndGet(sum.count());
    ended.incrementAndGet();
    return sum;
  }

  @Override
  public Checksum.Sum joined(Checksum.Sum left, Checksum.Sum right) {
    joiners.add(Thread.currentThread());
    return checksum.joined(left, right);
  }

  @Override
  public Checksum.Sum nothing() {
    return checksum.nothing();
  }

  /** Returns how many parts are being worked on now, all of them held. */
  int inside() {
    return inside.get();
  }

  /** Returns the total number of bytes in the parts that are being worked on now. */
  long insideBytes() {
    return insideBytes.get();
  }

  /**
   * Returns how many different arrays the parts so far belong to. Slices of one chunk share its
   * array.
   */
  int arrays() {
    return arrays.size();
  }

  Set<Thread> workers() {
    return workers;
  }

  Set<Thread> joiners() {
    return joiners;
  }

  /** Releases one part after another until {@code bytes} bytes have been worked on in total. */
  void letUntil(long bytes) {
    while (endedBytes.get() < bytes) {
      int before = ended.get();
      permits.release();
      await("the end of the work on one more part").until(() -> ended.get() > before);
    }
  }

  /** Stops holding parts. */
  void open() {
    permits.release(1_000_000);
  }

  /** Releases every part, so that the executors, which are closed later, can end. */
  @Override
  public void close() {
    open();
  }

  void assertUnchanged() {
    if (changed) {
      throw Diagnosis.observed("A chunk was changed while the cores were working on it.")
          .means(
              "The next chunk was read into the same buffer, so the result mixes the bytes of both"
                  + " chunks.")
          .nextStep("Use two buffers, and swap them only when the work on the first is done.");
    }
  }
}
