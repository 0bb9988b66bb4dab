package workshop.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.testkit.http.Origin;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Await;

/**
 * The same hundred files from a server that thinks for the same time about each: one by one, and
 * all at once. The only test of the module that looks at a clock, and so with a wide margin: less
 * than 4 would mean that nothing was won.
 */
class TimedContrastTest {

  private static final int FILES = 100;
  private static final Duration LATENCY = Duration.ofMillis(50);

  @TempDir Path directory;

  @Test
  void a_hundred_slow_replies_are_waited_for_together() throws Exception {
    try (Origin origin = Origin.start();
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      List<URI> files = IntStream.range(0, FILES).mapToObj(i -> origin.uri("/file-" + i)).toList();
      Path oneByOne = Files.createDirectory(directory.resolve("one-by-one"));
      Path atOnce = Files.createDirectory(directory.resolve("at-once"));
      // Once without the latency, so that no class is loaded while the clock runs.
      serve(origin, Duration.ZERO);
      downloadOneByOne(client, files.subList(0, 5), oneByOne);
      Await.result("a first round", new AllAtOnce().downloadAll(client, files, atOnce));
      serve(origin, LATENCY);

      long start = System.nanoTime();
      downloadOneByOne(client, files, oneByOne);
      long sequential = System.nanoTime() - start;

      start = System.nanoTime();
      Await.result("all files", new AllAtOnce().downloadAll(client, files, atOnce));
      long concurrent = System.nanoTime() - start;

      double ratio = (double) sequential / concurrent;
      System.out.printf(
          "05 Downloads: %d files, %d ms per reply: one by one %,d ms, at once %,d ms, ratio"
              + " %.1f%n",
          FILES, LATENCY.toMillis(), sequential / 1_000_000, concurrent / 1_000_000, ratio);
      assertThat(ratio).as("one by one / at once").isGreaterThan(4);
    }
  }

  private static void serve(Origin origin, Duration latency) {
    for (int i = 0; i < FILES; i++) {
      origin.at("/file-" + i).answers(Reply.random(i, 10_000).after(latency));
    }
  }

  private static void downloadOneByOne(HttpClient client, List<URI> files, Path directory)
      throws Exception {
    for (URI from : files) {
      Path to = directory.resolve(Path.of(from.getPath()).getFileName().toString());
      new OneByOne().download(client, from, to, Duration.ofMinutes(1));
    }
  }
}
