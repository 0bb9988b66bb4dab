package workshop.offload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.Disk;
import workshop.disk.Op;

/**
 * The same reads on the same slow disk, one after another on the caller's thread, and offloaded.
 * The ideal is a ratio of {@value #FILES}; much less is asserted, so that a busy machine is no
 * failure.
 */
class BlockingAgainstOffloadedTest {

  private static final int FILES = 20;
  private static final Duration LATENCY = Duration.ofMillis(50);

  private interface Reads {
    void run() throws Exception;
  }

  @Test
  void many_slow_reads_are_over_sooner_when_they_are_offloaded(@TempDir Path directory)
      throws Exception {
    try (Disk disk = Disk.watch(directory);
        ExecutorService pool = new BoundedPool().open("assistant", FILES, FILES)) {
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < FILES; i++) {
        disk.seed("order-" + i + ".txt", "soup");
        files.add(disk.path("order-" + i + ".txt"));
      }
      disk.when(Op.OPEN).takes(LATENCY);

      long blocking = nanosOf(() -> readOneByOne(files));
      long offloaded = nanosOf(() -> new FanOut().readAll(files, pool));

      double ratio = (double) blocking / offloaded;
      System.out.printf(
          "%d reads, each %d ms: blocking %d ms, offloaded %d ms, ratio %.1f (ideal %d)%n",
          FILES,
          LATENCY.toMillis(),
          Duration.ofNanos(blocking).toMillis(),
          Duration.ofNanos(offloaded).toMillis(),
          ratio,
          FILES);
      assertThat(ratio).as("times as long as offloaded").isGreaterThanOrEqualTo(4);
    }
  }

  private static void readOneByOne(List<Path> files) throws Exception {
    for (Path file : files) {
      Files.readAllBytes(file);
    }
  }

  private static long nanosOf(Reads reads) throws Exception {
    long start = System.nanoTime();
    reads.run();
    return System.nanoTime() - start;
  }
}
