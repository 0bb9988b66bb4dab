package workshop.comparison.files;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The lanes of {@link workshop.completable.ManyFiles}: not a task for each file, but one for each
 * lane, which takes the next file until there is none. A lane keeps its memory outside the heap, so
 * that bytes are copied once, between it and the page cache.
 */
final class Lanes implements Technique {

  private static final int FIRST_ROOM = 8192;

  private record Order(Path file, ByteBuffer content, boolean durable, Done done) {}

  @SuppressWarnings("ArrayRecordComponent") // compared by identity: it is the same array or not
  private record Copy(byte[] of, ByteBuffer bytes) {}

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
        writeThenRead(order);
      }
      open.decrementAndGet();
      if (!orders.isEmpty()) {
        openLane(); // one came after the last look, when there was no place for another lane yet
      }
    }
  }

  private final Techniques.Pools pools;
  private final Road cached;
  private final Road disk;
  private final ThreadLocal<ByteBuffer> rooms =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(FIRST_ROOM));
  private volatile Copy latest = new Copy(new byte[0], ByteBuffer.allocateDirect(0));

  Lanes(boolean slowed) {
    pools = new Techniques.Pools(slowed);
    cached = new Road(pools.size(false), pools.of(false));
    disk = new Road(pools.size(true), pools.of(true));
  }

  @Override
  public void start(Path file, byte[] content, boolean durable, Done done) {
    Road road = durable ? disk : cached;
    road.add(new Order(file, outsideTheHeap(content), durable, done));
  }

  /** The content of a whole measurement is one array: it is copied once, as in the peers. */
  @SuppressWarnings("ReferenceEquality") // the same array, not one that holds the same
  private ByteBuffer outsideTheHeap(byte[] content) {
    Copy known = latest;
    if (known.of() != content) {
      known = new Copy(content, ByteBuffer.allocateDirect(content.length).put(content).flip());
      latest = known;
    }
    return known.bytes();
  }

  private void writeThenRead(Order order) {
    int length;
    try {
      write(order);
      length = read(order.file());
    } catch (Throwable e) {
      order.done().ended(0, e);
      return;
    }
    order.done().ended(length, null);
  }

  private static void write(Order order) throws IOException {
    try (FileChannel channel = FileChannel.open(order.file(), WRITE)) {
      ByteBuffer rest = order.content().duplicate();
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      if (order.durable()) {
        channel.force(true);
      }
    }
  }

  private int read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer room = rooms.get().clear();
      while (channel.read(room) != -1) {
        if (!room.hasRemaining()) {
          room = ByteBuffer.allocateDirect(2 * room.capacity()).put(room.flip());
          rooms.set(room);
        }
      }
      return room.position();
    }
  }

  @Override
  public void close() {
    pools.close();
  }
}
