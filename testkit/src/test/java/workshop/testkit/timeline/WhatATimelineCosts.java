package workshop.testkit.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import workshop.disk.Disk;
import workshop.disk.Op;

/**
 * Prints what a run costs with and without a timeline. This is a measurement, not a test: read the
 * ratios, and run it twice. In a checkout, after {@code mvn test-compile}, with JDK 25:
 *
 * <pre>
 * java -Djava.nio.file.spi.DefaultFileSystemProvider=workshop.disk.WatchedFileSystemProvider \
 *     -cp 'testkit/target/test-classes:testkit/target/classes:testkit/target/lib/*' \
 *     workshop.testkit.timeline.WhatATimelineCosts</pre>
 *
 * <p>The runs take turns, so that other programs on the machine slow all of them down alike.
 */
final class WhatATimelineCosts {

  private static final int RUNS = 51;

  private WhatATimelineCosts() {}

  public static void main(String[] arguments) throws Exception {
    System.out.printf("%-42s %8s %8s %6s%n", "median of " + RUNS, "without", "with", "ratio");
    compare("100 orders (ms)", 100, Duration.ZERO, TimelineRecorder::start);
    compare(
        "8 orders, sampled, slow disk (ms)",
        8,
        Duration.ofMillis(10),
        TimelineRecorder::startSampling);
  }

  private static void compare(
      String what, int orders, Duration latency, Function<Disk, TimelineRecorder> recorder)
      throws Exception {
    List<Long> without = new ArrayList<>();
    List<Long> with = new ArrayList<>();
    Path directory = Files.createTempDirectory("timeline-costs-");
    for (int run = 0; run < RUNS; run++) {
      try (Disk disk = Disk.watch(directory)) {
        disk.when(Op.OPEN, Op.READ, Op.WRITE).takes(latency);
        long start = System.nanoTime();
        writeAndRead(disk, orders);
        without.add(System.nanoTime() - start);
      }
      try (Disk disk = Disk.watch(directory)) {
        disk.when(Op.OPEN, Op.READ, Op.WRITE).takes(latency);
        long start = System.nanoTime();
        try (TimelineRecorder recording = recorder.apply(disk)) {
          writeAndRead(disk, orders);
          recording.stop();
        }
        with.add(System.nanoTime() - start);
      }
    }
    double before = median(without);
    double after = median(with);
    System.out.printf(
        Locale.ROOT, "%-42s %8.2f %8.2f %6.2f%n", what, before / 1e6, after / 1e6, after / before);
  }

  /** Lets eight threads write and read a file for each order. */
  private static void writeAndRead(Disk disk, int orders) {
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      for (int order = 0; order < orders; order++) {
        Path file = disk.path("order-" + order + ".txt");
        pool.execute(() -> writeAndRead(file));
      }
    }
  }

  private static void writeAndRead(Path file) {
    try {
      Files.writeString(file, "Hello, asynchronous Java!\n");
      Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
