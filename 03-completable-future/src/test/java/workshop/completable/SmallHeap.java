package workshop.completable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A program for a JVM whose heap is smaller than the file. It creates the file, processes it
 * sequentially and with the pipeline, and compares the results.
 *
 * <p>Arguments: the class of the pipeline, the file to make, its size in MiB.
 */
final class SmallHeap {

  private static final int MIB = 1 << 20;

  private SmallHeap() {}

  /** Runs the program on a pipeline, with a heap of 16 MiB and a file of 48 MiB. */
  static ChildJvm.Result run(Class<?> pipeline, Path file) throws Exception {
    return ChildJvm.with("-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .classesOf(pipeline, ReadAheadPipeline.class, SmallHeap.class)
        .run(SmallHeap.class, pipeline.getName(), file.toString(), "48");
  }

  public static void main(String[] args) throws Exception {
    ReadAheadPipeline pipeline =
        Class.forName(args[0]).asSubclass(ReadAheadPipeline.class).getConstructor().newInstance();
    Path file = Path.of(args[1]);
    Checksum checksum = new Checksum();
    Checksum.Sum inSequence = make(file, Integer.parseInt(args[2]), checksum);
    AtomicReference<Thread> reader = new AtomicReference<>();
    try (ExecutorService io =
            Executors.newSingleThreadExecutor(task -> {
              Thread thread = new Thread(task, "reader");
              reader.set(thread);
              return thread;
            });
        ExecutorService compute = Executors.newFixedThreadPool(2)) {
      Checksum.Sum piped =
          pipeline.process(file, MIB, new LateWork(checksum, reader), io, compute, 2).join();
      System.out.println(piped.equals(inSequence) ? "same" : piped + " instead of " + inSequence);
    }
    System.exit(0);
  }

  /**
   * Begins when the reader waits or has nothing to do. Fast work would hide a reader that reads
   * without a limit.
   */
  private record LateWork(Checksum checksum, AtomicReference<Thread> reader)
      implements ReadAheadPipeline.Work<Checksum.Sum> {

    /**
     * How many looks in a row must find the reader at rest: a single one may have caught a wait for
     * a lock.
     */
    private static final int STILL_LOOKS = 20;

    /** After this many looks, the test stops waiting for a reader that never rests. */
    private static final int LOOKS = 3_000;

    @Override
    public Checksum.Sum of(ByteBuffer part) {
      Thread thread = reader.getAndSet(null);
      int still = 0;
      for (int look = 0; thread != null && still < STILL_LOOKS && look < LOOKS; look++) {
        LockSupport.parkNanos(1_000_000);
        still = thread.getState() == Thread.State.RUNNABLE ? 0 : still + 1;
      }
      return checksum.of(part);
    }

    @Override
    public Checksum.Sum joined(Checksum.Sum left, Checksum.Sum right) {
      return checksum.joined(left, right);
    }

    @Override
    public Checksum.Sum nothing() {
      return checksum.nothing();
    }
  }

  private static Checksum.Sum make(Path file, int mebibytes, Checksum checksum) throws IOException {
    Random random = new Random(7);
    byte[] block = new byte[MIB];
    Checksum.Sum sum = checksum.nothing();
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < mebibytes; i++) {
        random.nextBytes(block);
        out.write(block);
        sum = checksum.joined(sum, checksum.of(ByteBuffer.wrap(block)));
      }
    }
    return sum;
  }
}
