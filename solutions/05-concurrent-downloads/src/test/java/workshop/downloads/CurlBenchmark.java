package workshop.downloads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import workshop.testkit.http.Origin;
import workshop.testkit.http.Reply;

/**
 * Compares 05-2, 05-7 and {@code curl --parallel}: each of them in turn downloads a hundred files
 * at 50 ms latency from the same server. Run it by hand on a quiet machine, after {@code mvn
 * verify}. It prints times and asserts nothing.
 *
 * <pre>{@code
 * S=solutions/05-concurrent-downloads
 * java -cp "testkit/target/classes:testkit/target/lib/*:$S/target/classes" \
 *     $S/src/test/java/workshop/downloads/CurlBenchmark.java
 * }</pre>
 */
public final class CurlBenchmark {

  private static final int FILES = 100;
  private static final int LENGTH = 10_000;
  private static final int ROUNDS = 30;

  /** The first rounds load and compile classes. */
  private static final int WARM_UP = 10;

  private CurlBenchmark() {}

  public static void main(String[] args) throws Exception {
    Path directory = Files.createTempDirectory("downloads");
    try (Origin origin = Origin.start()) {
      List<URI> files = new ArrayList<>();
      for (int i = 0; i < FILES; i++) {
        String path = "/file-" + i;
        origin.at(path).answers(Reply.random(i, LENGTH).digest().after(Duration.ofMillis(50)));
        files.add(origin.uri(path));
      }
      List<Download> downloads = Download.into(directory, files);
      List<Long> curl = new ArrayList<>();
      List<Long> allAtOnce = new ArrayList<>();
      List<Long> downloader = new ArrayList<>();
      for (int round = 0; round < WARM_UP + ROUNDS; round++) {
        curl.add(micros(directory, curl(downloads, directory)));
        allAtOnce.add(micros(directory, allAtOnce(downloads, directory)));
        downloader.add(micros(directory, downloader(downloads)));
      }
      report("curl --parallel", curl, curl);
      report("05-2 AllAtOnce", allAtOnce, curl);
      report("05-7 Downloader", downloader, curl);
    } finally {
      for (Path last : filesIn(directory)) {
        Files.delete(last);
      }
      Files.delete(directory);
    }
  }

  private static void report(String who, List<Long> micros, List<Long> curl) {
    System.out.printf(
        "%-16s  median %.1f ms, minimum %.1f ms, median / curl's median %.2f%n",
        who,
        median(micros) / 1e3,
        warm(micros).min().orElseThrow() / 1e3,
        median(micros) / median(curl));
  }

  private static double median(List<Long> micros) {
    long[] sorted = warm(micros).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
  }

  private static LongStream warm(List<Long> micros) {
    return micros.stream().skip(WARM_UP).mapToLong(Long::longValue);
  }

  /**
   * Deletes the files before each round, because replacing a file makes some file systems flush.
   */
  private static long micros(Path directory, Callable<?> round) throws Exception {
    for (Path old : filesIn(directory)) {
      Files.delete(old);
    }
    long start = System.nanoTime();
    round.call();
    return (System.nanoTime() - start) / 1_000;
  }

  private static Callable<?> allAtOnce(List<Download> downloads, Path directory) {
    List<URI> files = downloads.stream().map(Download::from).toList();
    return () -> {
      try (HttpClient client = client()) {
        return new AllAtOnce().downloadAll(client, files, directory).join();
      }
    };
  }

  private static Callable<?> downloader(List<Download> downloads) {
    return () -> {
      try (HttpClient client = client();
          ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
          ExecutorService worker = Executors.newFixedThreadPool(4)) {
        RetryPolicy policy = new RetryPolicy(Duration.ofMinutes(1), timer, new Random());
        DownloadContext context = new DownloadContext(client, FILES, policy, worker);
        CompletableFuture<Void> never = new CompletableFuture<>();
        return new Downloader().run(downloads, context, never, _ -> {}).join();
      }
    };
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /**
   * The time includes the start of a process, as the times of 05-2 and 05-7 include that of a
   * client.
   */
  private static Callable<?> curl(List<Download> downloads, Path directory) {
    List<String> lines = new ArrayList<>();
    for (Download download : downloads) {
      lines.add("url = " + download.from());
      lines.add("output = " + download.to() + ".curl");
    }
    Path config = directory.resolve("curl.config");
    ProcessBuilder curl =
        new ProcessBuilder(
                "curl",
                "--silent",
                "--http1.1",
                "--parallel",
                "--parallel-immediate",
                "--parallel-max",
                Integer.toString(FILES),
                "--config",
                config.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return () -> {
      Files.write(config, lines);
      int exit = curl.start().waitFor();
      if (exit != 0) {
        throw new IOException("curl ended with " + exit);
      }
      return exit;
    };
  }

  private static List<Path> filesIn(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.toList();
    }
  }
}
