package workshop.comparison.hugefile;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import workshop.comparison.result.Contender;
import workshop.comparison.run.Child;
import workshop.completable.ReadAheadPipeline;

/**
 * A program that works through a huge file by one technique. It prints how many milliseconds that
 * took and then the result, and ends when its input ends.
 *
 * <p>Arguments: the {@link Contender}, the file, and a smaller file for the warm-up.
 */
final class HugeProgram {

  /** The size of a chunk; a thread holds two at most. */
  static final int CHUNK = 1 << 20;

  private HugeProgram() {}

  public static void main(String[] arguments) throws Exception {
    Contender contender = Contender.valueOf(arguments[0]);
    int cores = Runtime.getRuntime().availableProcessors();
    work(contender, Path.of(arguments[2]), cores);
    long begin = System.nanoTime();
    WordCount found = work(contender, Path.of(arguments[1]), cores);
    Child.tellParent((System.nanoTime() - begin) / 1e6);
    Child.tellParent(found.words() + " words, sum " + found.sum());
    Child.awaitParent();
  }

  static WordCount work(Contender contender, Path file, int cores) throws Exception {
    return switch (contender) {
      case READING_ONLY -> readOnly(file);
      case SEQUENTIAL -> range(file, 0, Files.size(file));
      case READ_AHEAD -> asyncReads(file);
      case PARALLEL -> parallel(file, cores, HugeProgram::range);
      case MAPPED -> parallel(file, cores, HugeProgram::mapped);
      case PIPELINE -> pipeline(file, cores);
      default -> throw new IllegalArgumentException("no way to read a huge file: " + contender);
    };
  }

  /** Reads and discards the bytes. Returns no count. */
  private static WordCount readOnly(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
      while (channel.read(chunk) != -1) {
        chunk.clear();
      }
    }
    return WordCount.NONE;
  }

  /** Alternately reads and computes on the calling thread. */
  private static WordCount range(Path file, long from, long to) throws IOException {
    WordCount total = WordCount.NONE;
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
      for (long position = from; position < to; ) {
        chunk.clear().limit((int) Math.min(CHUNK, to - position));
        int read = channel.read(chunk, position);
        if (read == -1) {
          throw new IOException("the file has become shorter: " + file);
        }
        position += read;
        total = total.then(WordCount.of(chunk.flip()));
      }
    }
    return total;
  }

  /** Reads the next chunk while the calling thread, and no other, computes on this one. */
  private static WordCount asyncReads(Path file) throws Exception {
    WordCount total = WordCount.NONE;
    try (AsynchronousFileChannel channel = AsynchronousFileChannel.open(file, READ)) {
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
      ByteBuffer next = ByteBuffer.allocate(CHUNK);
      long position = 0;
      for (int read = channel.read(chunk, 0).get(); read != -1; ) {
        position += read;
        Future<Integer> reading = channel.read(next.clear(), position);
        total = total.then(WordCount.of(chunk.flip()));
        read = reading.get();
        ByteBuffer done = chunk;
        chunk = next;
        next = done;
      }
    }
    return total;
  }

  /** A part of a file, and a way to read it. */
  private interface Part {
    WordCount count(Path file, long from, long to) throws IOException;
  }

  /** Maps the memory of the page cache, so nothing is copied. */
  private static WordCount mapped(Path file, long from, long to) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      return WordCount.of(channel.map(FileChannel.MapMode.READ_ONLY, from, to - from));
    }
  }

  /** Each core has its own part of the file and blocks for its own reads. */
  private static WordCount parallel(Path file, int cores, Part way) throws Exception {
    long size = Files.size(file);
    long part = Math.ceilDiv(size, cores);
    try (ExecutorService pool = Executors.newFixedThreadPool(cores)) {
      List<Callable<WordCount>> parts = new ArrayList<>();
      for (int core = 0; core < cores; core++) {
        long from = Math.min(size, core * part);
        long to = Math.min(size, from + part);
        parts.add(() -> way.count(file, from, to));
      }
      WordCount total = WordCount.NONE;
      for (Future<WordCount> each : pool.invokeAll(parts)) {
        total = total.then(each.get());
      }
      return total;
    }
  }

  /** The solution of exercise 03-6: one thread reads ahead, all cores compute. */
  private static WordCount pipeline(Path file, int cores) throws Exception {
    try (ExecutorService io = Executors.newSingleThreadExecutor();
        ExecutorService compute = Executors.newFixedThreadPool(cores)) {
      return new ReadAheadPipeline()
          .process(file, cores * CHUNK, WordCount.WORK, io, compute, cores)
          .get();
    }
  }
}
