package workshop.downloads;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Downloads files into a directory: {@code Fetch DIRECTORY URL...}. Given; nothing to do here.
 *
 * <p>Prints the checksum of each file, as it was read back from the disk. Exits with status 0 if
 * every file is there, with 1 if one is missing, and with 2 if it was called wrongly. Ctrl-C stops
 * it; it then leaves whole files only. A URL may end in {@code #sha256=} and the checksum that is
 * expected.
 */
public final class Fetch {

  private static final int LIMIT = 8;
  private static final Duration DEADLINE = Duration.ofMinutes(1);

  private Fetch() {}

  public static void main(String[] args) {
    if (args.length < 2) {
      System.err.println("Usage: Fetch DIRECTORY URL...");
      System.exit(2);
    }
    int status;
    CompletableFuture<Void> stop = new CompletableFuture<>();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, ended)));
    try {
      List<URI> files = Arrays.stream(args).skip(1).map(URI::create).toList();
      List<Download> downloads = Download.into(Path.of(args[0]), files);
      Files.createDirectories(Path.of(args[0]));
      Summary summary = run(downloads, stop);
      summary.outcomes().forEach(Fetch::showChecksum);
      System.out.println(summary);
      status = summary.exitStatus();
    } catch (IllegalArgumentException wrongUsage) {
      System.err.println(wrongUsage.getMessage());
      status = 2;
    } catch (IOException noDirectory) {
      System.err.println("cannot create the directory: " + noDirectory);
      status = 1;
    } finally {
      ended.complete(null);
    }
    System.exit(status);
  }

  /** After Ctrl-C the JVM ends as soon as this hook has ended. */
  private static void stopAndWait(CompletableFuture<Void> stop, CompletableFuture<Void> ended) {
    stop.complete(null);
    ended.join();
  }

  /** Prints what {@code sha256sum --check} reads. */
  private static void showChecksum(Outcome outcome) {
    if (outcome instanceof Outcome.Saved(Download download, String sha256)) {
      System.out.println(sha256 + "  " + download.to().getFileName());
    }
  }

  private static Summary run(List<Download> downloads, CompletableFuture<?> stop) {
    try (HttpClient client = HttpClient.newHttpClient();
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
        ExecutorService worker = Executors.newFixedThreadPool(LIMIT)) {
      timer.setRemoveOnCancelPolicy(true); // otherwise alarms stay queued until their time
      RetryPolicy policy = new RetryPolicy(DEADLINE, timer, new Random());
      DownloadContext context = new DownloadContext(client, LIMIT, policy, worker);
      return new Downloader().run(downloads, context, stop, Fetch::show).join();
    }
  }

  /** Draws a bar over the previous one. Without a terminal, prints a line at every tenth. */
  public static void show(Progress progress) {
    if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
      draw(progress);
    } else if (tenths(progress.ended(), progress) > tenths(progress.ended() - 1, progress)) {
      System.out.printf("%d of %d%n", progress.ended(), progress.total());
    }
  }

  private static int tenths(int ended, Progress progress) {
    return 10 * ended / progress.total();
  }

  private static void draw(Progress progress) {
    int width = 40;
    int full = width * progress.ended() / progress.total();
    System.out.printf(
        "\r[%s%s] %d of %d",
        "#".repeat(full), " ".repeat(width - full), progress.ended(), progress.total());
    if (progress.ended() == progress.total()) {
      System.out.println();
    }
  }
}
