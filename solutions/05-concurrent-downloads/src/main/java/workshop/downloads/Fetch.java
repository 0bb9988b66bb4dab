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
import java.util.concurrent.ScheduledExecutorService;

/**
 * Downloads files into a directory: {@code Fetch DIRECTORY URL...}. Given; nothing to do here.
 *
 * <p>Ends with 0 if every file is there, with 1 if one is not, and with 2 if it was called wrongly.
 * Ctrl-C stops it and leaves whole files only.
 */
public final class Fetch {

  private static final int LIMIT = 8;
  private static final Duration DEADLINE = Duration.ofMinutes(1);

  private Fetch() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      System.err.println("Usage: Fetch DIRECTORY URL...");
      System.exit(2);
    }
    int status;
    CompletableFuture<Void> stop = new CompletableFuture<>();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, ended)));
    try {
      Path directory = Files.createDirectories(Path.of(args[0]));
      List<Delivery> deliveries =
          Arrays.stream(args)
              .skip(1)
              .map(URI::create)
              .map(from -> delivery(from, directory))
              .toList();
      Summary summary = run(deliveries, stop);
      System.out.println(summary);
      status = summary.exitStatus();
    } catch (IllegalArgumentException wrongUsage) {
      System.err.println(wrongUsage.getMessage());
      status = 2;
    } finally {
      ended.complete(null);
    }
    System.exit(status);
  }

  /** Ctrl-C ends the program as soon as this hook has ended. */
  private static void stopAndWait(CompletableFuture<Void> stop, CompletableFuture<Void> ended) {
    stop.complete(null);
    ended.join();
  }

  /** Returns the delivery for the last part of the URL's path. */
  public static Delivery delivery(URI from, Path directory) {
    String path = from.getPath() == null ? "" : from.getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.isEmpty() || name.equals("..") || name.equals(".") || name.contains("\\")) {
      throw new IllegalArgumentException("the URL must end in the name of a file: " + from);
    }
    return new Delivery(from, directory.resolve(name));
  }

  private static Summary run(List<Delivery> deliveries, CompletableFuture<?> stop) {
    try (HttpClient client = HttpClient.newHttpClient();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        ExecutorService worker = Executors.newFixedThreadPool(LIMIT)) {
      Patience patience = new Patience(DEADLINE, timer, new Random());
      Kitchen kitchen = new Kitchen(client, LIMIT, patience, worker);
      return new Downloader().run(deliveries, kitchen, stop, Fetch::show).join();
    }
  }

  /** Draws a bar, over the one before; without a terminal, prints a line at every tenth. */
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
