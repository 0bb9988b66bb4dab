package workshop.completable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.testkit.thread.Await;

/**
 * The same files, on a disk that takes the same time for each read: one after another, and with
 * this module's technique. The only test of the module that looks at a clock, and so with a wide
 * margin: the ideal ratio is 20, and less than 4 would mean that nothing was gained.
 */
class TimedContrastTest {

  private static final int FILES = 20;
  private static final Duration LATENCY = Duration.ofMillis(30);

  @TempDir Path directory;

  @Test
  void twenty_slow_files_take_about_as_long_as_one() throws IOException {
    try (Disk disk = Disk.watch(directory);
        ExecutorService executor = Executors.newFixedThreadPool(FILES)) {
      List<Path> files =
          IntStream.range(0, FILES).mapToObj(i -> disk.path("file-" + i + ".txt")).toList();
      files.forEach(file -> disk.seed(file.getFileName().toString(), "text"));
      ManyFiles many = new ManyFiles();
      // Once without the latency, so that no class is loaded while the clock runs.
      Await.result("a first round", many.readAll(files, FILES, executor));
      disk.when(Op.READ).takes(LATENCY);

      long start = System.nanoTime();
      for (Path file : files) {
        Files.readAllBytes(file);
      }
      long blocking = System.nanoTime() - start;

      start = System.nanoTime();
      Await.result("all files", many.readAll(files, FILES, executor));
      long together = System.nanoTime() - start;

      double ratio = (double) blocking / together;
      System.out.printf(
          "%d files, %d ms per read: blocking %d ms, with CompletableFuture %d ms, ratio %.1f%n",
          FILES, LATENCY.toMillis(), blocking / 1_000_000, together / 1_000_000, ratio);
      assertThat(ratio).as("blocking / together").isGreaterThan(4);
    }
  }
}
