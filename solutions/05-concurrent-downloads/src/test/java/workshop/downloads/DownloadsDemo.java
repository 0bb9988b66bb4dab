package workshop.downloads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import workshop.testkit.http.Origin;
import workshop.testkit.http.Reply;

/**
 * Downloads a hundred files from a server that waits 50 ms before each reply: one by one, and then
 * all at once.
 */
public final class DownloadsDemo {

  private static final int FILES = 100;
  private static final int LENGTH = 100_000;
  private static final Duration LATENCY = Duration.ofMillis(50);

  private DownloadsDemo() {}

  public static void main(String[] args) throws Exception {
    Path directory = Files.createDirectories(Path.of("downloads"));
    try (Origin origin = Origin.start()) {
      List<Download> downloads = serve(origin, directory);
      System.out.printf(
          "%d files of %,d bytes; the server waits %d ms before each reply.%n%n",
          FILES, LENGTH, LATENCY.toMillis());

      long sequential = millis("One by one", downloads, 1);
      long concurrent = millis("All at once", downloads, FILES);
      System.out.printf("%nRatio: %.1f%n", (double) sequential / concurrent);
    } finally {
      remove(directory);
    }
  }

  private static List<Download> serve(Origin origin, Path directory) {
    List<URI> files = new ArrayList<>();
    for (int i = 1; i <= FILES; i++) {
      String path = "/file-" + i;
      origin.at(path).answers(Reply.random(i, LENGTH).digest().after(LATENCY));
      files.add(origin.uri(path));
    }
    return Download.into(directory, files);
  }

  private static long millis(String how, List<Download> downloads, int limit) {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        ExecutorService worker = Executors.newFixedThreadPool(4)) {
      RetryPolicy policy = new RetryPolicy(Duration.ofMinutes(1), timer, new Random());
      DownloadContext context = new DownloadContext(client, limit, policy, worker);
      System.out.println(how + ", at most " + limit + " in flight");
      long start = System.nanoTime();
      Summary summary =
          new Downloader().run(downloads, context, new CompletableFuture<>(), Fetch::show).join();
      long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
      System.out.printf("%s, in %,d ms%n", summary, millis);
      return millis;
    }
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
