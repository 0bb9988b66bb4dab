package workshop.comparison.files;

import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The lanes of {@link workshop.completable.ManyFiles}: not a task for each file, but one for each
 * lane, which takes the next file until there is none.
 */
final class Lanes implements Technique {

  @SuppressWarnings("ArrayRecordComponent") // orders are not compared
  private record Order(Path file, byte[] content, boolean durable, Done done) {}

  /** What goes on beside another kind: files from the page cache must not wait for the disk. */
  private final class Road {

    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final int most;
    private final ExecutorService pool;

    Road(int most, ExecutorService pool) {
      this.most = most;
      this.pool = pool;
    }

    void add(Order order) {
      orders.add(order);
      openLane();
    }

    private void openLane() {
      int lanes = open.get();
      while (lanes < most) {
        if (open.compareAndSet(lanes, lanes + 1)) {
          pool.execute(this::lane);
          return;
        }
        lanes = open.get();
      }
    }

    private void lane() {
      for (Order order = orders.poll(); order != null; order = orders.poll()) {
        files.run(order.file(), order.content(), order.durable(), order.done());
      }
      open.decrementAndGet();
      if (!orders.isEmpty()) {
        openLane(); // one came after the last look, when there was no place for another lane yet
      }
    }
  }

  private final BlockingSteps files = new BlockingSteps();
  private final Techniques.Pools pools;
  private final Road cached;
  private final Road disk;

  Lanes(boolean slowed) {
    pools = new Techniques.Pools(slowed);
    cached = new Road(pools.size(false), pools.of(false));
    disk = new Road(pools.size(true), pools.of(true));
  }

  @Override
  public void start(Path file, byte[] content, boolean durable, Done done) {
    Road road = durable ? disk : cached;
    road.add(new Order(file, content, durable, done));
  }

  @Override
  public void close() {
    pools.close();
  }
}
