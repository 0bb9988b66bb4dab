package workshop.testkit.exercise;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.testkit.timeline.Timeline;
import workshop.testkit.timeline.TimelineRecorder;

/**
 * The time of a blocking program and of the program under test, for the same orders on the same
 * slow disk and in the same run.
 *
 * @param orders how many files were written and read
 * @param latencyMillis the simulated latency of each open, read, write and force
 * @param callerFreeShare the part of the program's time, from 0 to 1, in which the caller was free
 */
public record Contrast(
    int orders, long latencyMillis, long blockingNanos, long programNanos, double callerFreeShare) {

  /** A contrast and the timeline of the program. */
  public record Measurement(Contrast contrast, Timeline timeline) {}

  @FunctionalInterface
  public interface Program {

    /**
     * Starts the program for each file, on the test's thread. Closing the result waits until all
     * have ended. Records each call of the learner's method in a CallLog.
     */
    AutoCloseable startAll(List<Path> files) throws Exception;
  }

  private static final byte[] TEXT = "Hello, asynchronous Java!\n".getBytes(UTF_8);

  /**
   * Measures both. Blocks the calling thread until all orders have ended.
   *
   * @param latency at least a few milliseconds, so that other work does not count
   */
  public static Measurement measure(Disk disk, int orders, Duration latency, Program program)
      throws Exception {
    List<Path> files =
        IntStream.rangeClosed(1, orders).mapToObj(i -> disk.path("order-" + i + ".txt")).toList();
    disk.when(Op.OPEN, Op.READ, Op.WRITE, Op.FORCE).takes(latency);

    long start = System.nanoTime();
    for (Path file : files) {
      writeThenRead(file);
    }
    long blocking = System.nanoTime() - start;

    try (TimelineRecorder recorder = TimelineRecorder.startSampling(disk)) {
      try (AutoCloseable _ = program.startAll(files)) {
        // closing waits for the orders
      }
      Timeline timeline = recorder.stop();
      Contrast contrast =
          new Contrast(
              orders, latency.toMillis(), blocking, timeline.nanos(), timeline.callerFreeShare());
      return new Measurement(contrast, timeline);
    }
  }

  /** Does what 01-5 does, without printing. */
  private static void writeThenRead(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer text = ByteBuffer.wrap(TEXT);
      while (text.hasRemaining()) {
        channel.write(text);
      }
      channel.force(true);
    }
    Files.readAllBytes(file);
  }

  /** Returns how many times as fast as the baseline the program was. */
  public double ratio() {
    return (double) blockingNanos / programNanos;
  }

  /** Returns the comparison in words, without a period. */
  public String comparison() {
    return String.format(
        Locale.ROOT,
        "%d orders, each operation %d ms: blocking %.2f s, yours %.2f s: %.1f times as fast",
        orders,
        latencyMillis,
        blockingNanos / 1e9,
        programNanos / 1e9,
        ratio());
  }

  /** Returns comparison and free share in words, without a period. */
  @Override
  public String toString() {
    return comparison()
        + "; the caller was free "
        + Math.round(100 * callerFreeShare)
        + " % of the time";
  }
}
