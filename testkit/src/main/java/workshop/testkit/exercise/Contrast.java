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
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.timeline.Timeline;
import workshop.testkit.timeline.TimelineRecorder;

/**
 * Compares the times of a blocking program and of the program under test, for the same work in the
 * same run.
 *
 * @param unit the pieces of work, such as {@code orders}
 * @param slowStep the step that takes {@code latencyMillis}, such as {@code operation}
 * @param callerFreeShare the part of the program's time, from 0 to 1, in which the caller was free
 */
public record Contrast(
    String unit,
    int count,
    String slowStep,
    long latencyMillis,
    long blockingNanos,
    long programNanos,
    double callerFreeShare) {

  /** How many orders or downloads are compared. */
  public static final int COUNT = Integer.getInteger("workshop.orders", 8);

  /** How long each slow step takes. */
  public static final Duration LATENCY =
      Duration.ofMillis(Integer.getInteger("workshop.disk.latency", 10));

  /** The part of the ideal ratio that a right answer reaches even on a busy machine. */
  private static final double WANTED_SHARE = 3.0 / 8;

  private static final int ROUNDS = 3;

  private static final byte[] TEXT = "Hello, asynchronous Java!\n".getBytes(UTF_8);

  /** A contrast and the timeline of the program. */
  public record Measurement(Contrast contrast, Timeline timeline) {}

  /** Does one piece of the work on the calling thread, and blocks until it is done. */
  @FunctionalInterface
  public interface Baseline {
    void run(Path file) throws Exception;
  }

  @FunctionalInterface
  public interface Program {

    /**
     * Starts the program for each file, on the test's thread. Closing the result waits until all
     * have ended. Records each call to the learner's method in a CallLog.
     */
    AutoCloseable startAll(List<Path> files) throws Exception;
  }

  /**
   * Compares a program that writes and reads files with {@link #writeThenRead}, on a slow disk.
   *
   * @param atOnce how many orders the program can have in flight; 1 if it blocks as well
   * @throws Diagnosis if the program is hardly faster although it could be
   */
  public static void assertOrdersOverlap(Disk disk, int atOnce, Program program) throws Exception {
    disk.when(Op.OPEN, Op.READ, Op.WRITE, Op.FORCE).takes(LATENCY);
    assertOverlap(disk, "orders", "operation", LATENCY, atOnce, Contrast::writeThenRead, program);
  }

  /**
   * Compares a program with a baseline, and keeps the program's run for the timeline. A busy
   * machine can only slow a program down, so the best of a few rounds counts.
   *
   * @param unit the pieces of work, such as {@code orders}
   * @param slowStep the step that takes {@code latency}, such as {@code operation}
   * @param atOnce how many pieces the program can have in flight; 1 if it blocks as well
   * @throws Diagnosis if the program is hardly faster although it could be
   */
  public static void assertOverlap(
      Disk disk,
      String unit,
      String slowStep,
      Duration latency,
      int atOnce,
      Baseline baseline,
      Program program)
      throws Exception {
    Measurement best = measure(disk, unit, slowStep, latency, baseline, program);
    double wanted = WANTED_SHARE * atOnce;
    for (int round = 1; round < ROUNDS && best.contrast().ratio() < wanted; round++) {
      Measurement next = measure(disk, unit, slowStep, latency, baseline, program);
      best = next.contrast().ratio() > best.contrast().ratio() ? next : best;
    }

    Contrast contrast = best.contrast();
    RunRecorder.measured(
        "%d %s compared with blocking".formatted(COUNT, unit), contrast, best.timeline());
    if (atOnce > 1 && contrast.ratio() < wanted && !overlap(disk, wanted)) {
      throw Diagnosis.observed(
              "%d %s took %d ms. A blocking program takes %d ms for them, one after another."
                  .formatted(
                      COUNT,
                      unit,
                      contrast.programNanos() / 1_000_000,
                      contrast.blockingNanos() / 1_000_000))
          .means("The %s wait for each other, although they could overlap.".formatted(unit))
          .nextStep(
              "Find what makes one of them wait for another: a lock, a call that blocks, one thread"
                  + " for all of them, or a queue.");
    }
  }

  /**
   * Returns whether this many reads, and this many writes, were in flight at the same time. Even on
   * a machine so busy that the times mean nothing, this still recognizes a program whose operations
   * overlap.
   */
  private static boolean overlap(Disk disk, double wanted) {
    Recording recording = disk.recording();
    return recording.maxInFlight(Op.READ) >= wanted && recording.maxInFlight(Op.WRITE) >= wanted;
  }

  private static Measurement measure(
      Disk disk, String unit, String slowStep, Duration latency, Baseline baseline, Program program)
      throws Exception {
    List<Path> files =
        IntStream.rangeClosed(1, COUNT).mapToObj(i -> disk.path("order-" + i + ".txt")).toList();

    long start = System.nanoTime();
    for (Path file : files) {
      baseline.run(file);
    }
    long blocking = System.nanoTime() - start;

    try (TimelineRecorder recorder = TimelineRecorder.startSampling(disk)) {
      try (AutoCloseable _ = program.startAll(files)) {
        // closing waits for all programs
      }
      Timeline timeline = recorder.stop();
      Contrast contrast =
          new Contrast(
              unit,
              COUNT,
              slowStep,
              latency.toMillis(),
              blocking,
              timeline.nanos(),
              timeline.callerFreeShare());
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

  /** Returns how many times as fast the program was as the baseline. */
  public double ratio() {
    return (double) blockingNanos / programNanos;
  }

  /** Returns the comparison in words, without a period. */
  public String comparison() {
    return String.format(
        Locale.ROOT,
        "%d %s, each %s %d ms: blocking %.2f s, yours %.2f s: %.1f times as fast",
        count,
        unit,
        slowStep,
        latencyMillis,
        blockingNanos / 1e9,
        programNanos / 1e9,
        ratio());
  }

  /** Returns the comparison and the share of free time in words, without a period. */
  @Override
  public String toString() {
    return comparison()
        + "; the caller was free "
        + Math.round(100 * callerFreeShare)
        + "% of the time";
  }
}
