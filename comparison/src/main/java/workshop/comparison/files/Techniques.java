package workshop.comparison.files;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import workshop.completable.ChannelFutures;
import workshop.completable.FailurePaths;
import workshop.offload.BoundedPool;

/**
 * The workshop's techniques, made of its own solutions where their shape allows it. Those whose
 * threads block do {@link BlockingSteps}, and differ in their threads only.
 */
final class Techniques {

  /** How many threads wait for the disk, where a technique has a pool. */
  static final int POOL = 64;

  /** How many threads there are for what the page cache answers: work, and no waiting. */
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  /** More than can ever be in flight. */
  private static final int PLACES = 100_000;

  private Techniques() {}

  /** Starts the technique of a name of {@link Field#TECHNIQUES}. */
  static Technique named(String name, boolean slowed) {
    return switch (name) {
      case "blocking" -> new Blocking();
      case "pool" -> new Pool(slowed);
      case "lanes" -> new Lanes(slowed);
      case "virtual" -> new Virtual();
      case "channels" -> new Channels(slowed);
      case "vertx" -> new OnVertx();
      default -> throw new IllegalArgumentException("no technique " + name);
    };
  }

  /** One after the other, on the thread that asks. */
  static final class Blocking implements Technique {

    private final BlockingSteps files = new BlockingSteps();

    @Override
    public void start(Path file, byte[] content, boolean durable, Done done) {
      files.run(file, content, durable, done);
    }

    @Override
    public void close() {}
  }

  /** Pools of the size that fits what their threads do. */
  static final class Pools {

    private final ExecutorService cached = new BoundedPool().open("cached", CORES, PLACES);
    private final ExecutorService disk = new BoundedPool().open("disk", POOL, PLACES);
    private final boolean slowed;

    Pools(boolean slowed) {
      this.slowed = slowed;
    }

    ExecutorService of(boolean durable) {
      return durable || slowed ? disk : cached;
    }

    int size(boolean durable) {
      return durable || slowed ? POOL : CORES;
    }

    void close() {
      cached.close();
      disk.close();
    }
  }

  /** One task for each file. */
  static final class Pool implements Technique {

    private final BlockingSteps files = new BlockingSteps();
    private final Pools pools;

    Pool(boolean slowed) {
      pools = new Pools(slowed);
    }

    @Override
    public void start(Path file, byte[] content, boolean durable, Done done) {
      pools.of(durable).execute(() -> files.run(file, content, durable, done));
    }

    @Override
    public void close() {
      pools.close();
    }
  }

  /** One virtual thread for each file. */
  static final class Virtual implements Technique {

    private final BlockingSteps files = new BlockingSteps();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public void start(Path file, byte[] content, boolean durable, Done done) {
      threads.execute(() -> files.run(file, content, durable, done));
    }

    @Override
    public void close() {
      threads.close();
    }
  }

  /** Every step of every file is a future. */
  static final class Channels implements Technique {

    private final Pools pools;
    private final FailurePaths files = new FailurePaths();
    private final ChannelFutures channels = new ChannelFutures();

    Channels(boolean slowed) {
      pools = new Pools(slowed);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // its last stage tells who waits
    @Override
    public void start(Path file, byte[] content, boolean durable, Done done) {
      ExecutorService pool = pools.of(durable);
      files
          .using(
              file,
              Set.of(WRITE),
              pool,
              channel -> {
                CompletableFuture<Void> written = channels.writeFully(channel, content);
                return durable ? written.thenRun(() -> force(channel)) : written;
              })
          .thenCompose(_ -> files.using(file, Set.of(READ), pool, channels::readFully))
          .whenComplete((bytes, failure) -> done.ended(bytes == null ? 0 : bytes.length, failure));
    }

    private static void force(java.nio.channels.AsynchronousFileChannel channel) {
      try {
        channel.force(true);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }

    @Override
    public void close() {
      pools.close();
    }
  }

  /** A file system whose every call is a future, and event loops that never wait. */
  static final class OnVertx implements Technique {

    private final Vertx vertx =
        Vertx.vertx(new VertxOptions().setWorkerPoolSize(POOL).setInternalBlockingPoolSize(POOL));
    private final Context[] loops;
    private final AtomicInteger next = new AtomicInteger();

    OnVertx() {
      loops = new Context[Runtime.getRuntime().availableProcessors()];
      for (int i = 0; i < loops.length; i++) {
        loops[i] = ((io.vertx.core.internal.VertxInternal) vertx).createEventLoopContext();
      }
    }

    @Override
    public void start(Path file, byte[] content, boolean durable, Done done) {
      if (Vertx.currentContext() == null) {
        Context loop = loops[Math.floorMod(next.getAndIncrement(), loops.length)];
        loop.runOnContext(_ -> onLoop(file, content, durable, done));
      } else {
        onLoop(file, content, durable, done);
      }
    }

    private void onLoop(Path file, byte[] content, boolean durable, Done done) {
      // Like DurableFile, but it leaves the file's old size.
      OpenOptions options = new OpenOptions().setRead(false).setCreate(false).setSync(durable);
      vertx
          .fileSystem()
          .open(file.toString(), options)
          .compose(opened -> opened.write(Buffer.buffer(content)).eventually(opened::close))
          .compose(_ -> vertx.fileSystem().readFile(file.toString()))
          .onComplete(read -> done.ended(lengthOf(read), read.cause()));
    }

    private static int lengthOf(io.vertx.core.AsyncResult<Buffer> read) {
      return read.succeeded() ? read.result().length() : 0;
    }

    @Override
    public void close() {
      Future<Void> closed = vertx.close();
      closed.await();
    }
  }
}
