package workshop.completable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A program of its own, run in a JVM with a heap smaller than the file: makes the file, works
 * through it in sequence and by the pipeline, and compares.
 *
 * <p>Arguments: the class of the pipeline, the file to make, its size in MiB.
 */
final class SmallHeap {

  private static final int MIB = 1 << 20;

  private SmallHeap() {}

  public static void main(String[] args) throws Exception {
    ReadAheadPipeline pipeline =
        Class.forName(args[0]).asSubclass(ReadAheadPipeline.class).getConstructor().newInstance();
    Path file = Path.of(args[1]);
    Checksum checksum = new Checksum();
    Checksum.Sum inSequence = make(file, Integer.parseInt(args[2]), checksum);
    try (ExecutorService io = Executors.newSingleThreadExecutor();
        ExecutorService compute = Executors.newFixedThreadPool(2)) {
      Checksum.Sum piped = pipeline.process(file, MIB, checksum, io, compute, 2).join();
      System.out.println(piped.equals(inSequence) ? "same" : piped + " instead of " + inSequence);
    }
    System.exit(0);
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
