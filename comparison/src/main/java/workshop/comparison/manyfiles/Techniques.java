package workshop.comparison.manyfiles;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.internal.VertxInternal;
import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import workshop.comparison.result.Contender;
import workshop.completable.ChannelFutures;
import workshop.completable.FailurePaths;
import workshop.offload.BoundedPool;

/**
 * The workshop's techniques, built from its own solutions where possible. The techniques that block
 * threads differ only in the kind of thread.
 */
final class Techniques {

  /** How many threads may wait for the disk if a technique has a pool. */
  static final int POOL = 64;

  /** How many threads there are for operations in the page cache, which work and do not wait. */
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  /** More than can ever be in flight. */
  private static final int PLACES = 100_000;

  private Techniques() {}

  static Technique of(Contender contender, boolean slowed) {
    return switch (contender) {
      case IN_TURN -> new OnThreads(new BlockingSteps(), _ -> Runnable::run, () -> {});
      case POOL -> onPools(new BlockingSteps(), new Pools(slowed));
      case FILES_POOL -> onPools(Techniques::files, new Pools(slowed));
      case VIRTUAL -> onVirtualThreads(new BlockingSteps());
      case VIRTUAL_64 -> onVirtualThreads(Techniques::files);
      case FUTURES -> new Channels(new Pools(slowed));
      case VERTX -> new OnVertx();
      default -> throw new IllegalArgumentException("no technique for writing files: " + contender);
    };
  }

  /** Blocking calls that write and read a file. */
  interface Steps {

    /** Returns how many bytes were read. */
    int run(Path file, byte[] content, Case.Mode mode) throws IOException;
  }

  /** The code that most people write. */
  private static int files(Path file, byte[] content, Case.Mode mode) throws IOException {
    if (mode == Case.Mode.DURABLE) {
      Files.write(file, content, WRITE, SYNC);
    } else if (mode == Case.Mode.CACHED) {
      Files.write(file, content, WRITE);
    }
    return Files.readAllBytes(file).length;
  }

  private static Technique onPools(Steps steps, Pools pools) {
    return new OnThreads(steps, pools::of, pools::close);
  }

  private static Technique onVirtualThreads(Steps steps) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    return new OnThreads(steps, _ -> threads, threads::close);
  }

  /** Pools whose size fits the work of their threads. */
  private record Pools(ExecutorService cached, ExecutorService disk, boolean slowed) {

    Pools(boolean slowed) {
      this(
          new BoundedPool().open("cached", CORES, PLACES),
          new BoundedPool().open("disk", POOL, PLACES),
          slowed);
    }

    ExecutorService of(Case.Mode mode) {
      return mode.waits() || slowed ? disk : cached;
    }

    void close() {
      cached.close();
      disk.close();
    }
  }

  /** A task for each file, which blocks its thread. */
  private record OnThreads(Steps steps, Function<Case.Mode, Executor> threads, Runnable end)
      implements Technique {

    @Override
    public void start(Path file, byte[] content, Case.Mode mode, Done done) {
      threads.apply(mode).execute(() -> run(file, content, mode, done));
    }

    private void run(Path file, byte[] content, Case.Mode mode, Done done) {
      int length;
      try {
        length = steps.run(file, content, mode);
      } catch (Throwable e) {
        done.ended(0, e);
        return;
      }
      done.ended(length, null);
    }

    @Override
    public void close() {
      end.run();
    }
  }

  /** Every step of every file is a future. */
  private static final class Channels implements Technique {

    private final Pools pools;
    private final FailurePaths files = new FailurePaths();
    private final ChannelFutures channels = new ChannelFutures();

    Channels(Pools pools) {
      this.pools = pools;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // its last stage reports the end
    @Override
    public void start(Path file, byte[] content, Case.Mode mode, Done done) {
      ExecutorService pool = pools.of(mode);
      CompletableFuture<?> written =
          mode.writes()
              ? files.using(file, Set.of(WRITE), pool, channel -> write(channel, content, mode))
              : CompletableFuture.completedFuture(null);
      written
          .thenCompose(_ -> files.using(file, Set.of(READ), pool, channels::readFully))
          .whenComplete((bytes, failure) -> done.ended(bytes == null ? 0 : bytes.length, failure));
    }

    private CompletableFuture<Void> write(
        AsynchronousFileChannel channel, byte[] content, Case.Mode mode) {
      CompletableFuture<Void> written = channels.writeFully(channel, content);
      return mode == Case.Mode.DURABLE ? written.thenRun(() -> force(channel)) : written;
    }

    private static void force(AsynchronousFileChannel channel) {
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

  /** A file system that returns a future from every call, and event loops that never wait. */
  private static final class OnVertx implements Technique {

    private final Vertx vertx =
        Vertx.vertx(new VertxOptions().setWorkerPoolSize(POOL).setInternalBlockingPoolSize(POOL));
    private final Context[] loops;
    private final AtomicInteger next = new AtomicInteger();

    OnVertx() {
      loops = new Context[Runtime.getRuntime().availableProcessors()];
      for (int i = 0; i < loops.length; i++) {
        loops[i] = ((VertxInternal) vertx).createEventLoopContext();
      }
    }

    @Override
    public void start(Path file, byte[] content, Case.Mode mode, Done done) {
      if (Vertx.currentContext() == null) {
        Context loop = loops[Math.floorMod(next.getAndIncrement(), loops.length)];
        loop.runOnContext(_ -> onLoop(file, content, mode, done));
      } else {
        onLoop(file, content, mode, done);
      }
    }

    private void onLoop(Path file, byte[] content, Case.Mode mode, Done done) {
      Future<?> written = mode.writes() ? write(file, content, mode) : Future.succeededFuture();
      written
          .compose(_ -> vertx.fileSystem().readFile(file.toString()))
          .onComplete(read -> done.ended(lengthOf(read), read.cause()));
    }

    /** Like DurableFile, but without truncating the file. */
    private Future<Void> write(Path file, byte[] content, Case.Mode mode) {
      OpenOptions options =
          new OpenOptions().setRead(false).setCreate(false).setSync(mode == Case.Mode.DURABLE);
      return vertx
          .fileSystem()
          .open(file.toString(), options)
          .compose(opened -> opened.write(Buffer.buffer(content)).eventually(opened::close));
    }

    private static int lengthOf(AsyncResult<Buffer> read) {
      return read.succeeded() ? read.result().length() : 0;
    }

    @Override
    public void close() {
      Future<Void> closed = vertx.close();
      closed.await();
    }
  }
}
