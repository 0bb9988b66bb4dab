package workshop.comparison.downloads;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.Socket;
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
import java.util.concurrent.Future.State;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import workshop.comparison.run.HttpWire;
import workshop.comparison.run.Programs;
import workshop.downloads.AllAtOnce;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.OneByOne;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Streaming;

/**
 * The ways to download the same files into an empty folder. Each method blocks until all files are
 * complete. As in a real program, each starts with a new client that has no connection yet.
 */
final class Downloads {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final int port;
  private final int files;
  private final int bytes;

  Downloads(int port, int files, int bytes) {
    this.port = port;
    this.files = files;
    this.bytes = bytes;
  }

  private List<URI> from() {
    return IntStream.range(0, files).mapToObj(file -> uri(OriginProcess.path(file))).toList();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static Path to(Path folder, URI from) {
    return folder.resolve(from.getPath().substring(1));
  }

  /** HTTP/1.1, like curl in this comparison. */
  private static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** One after another, on the calling thread. */
  void sequentially(Path folder) throws IOException, InterruptedException {
    try (HttpClient client = client()) {
      for (URI from : from()) {
        new OneByOne().download(client, from, to(folder, from), DEADLINE);
      }
    }
  }

  /** A pool of platform threads, each of which blocks for one download at a time. */
  void onPool(int size, Path folder) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(size)) {
      blockingOn(pool, folder);
    }
  }

  /** A virtual thread for each file, which blocks. */
  void onVirtualThreads(Path folder) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      blockingOn(threads, folder);
    }
  }

  private void blockingOn(ExecutorService threads, Path folder) throws Exception {
    try (HttpClient client = client()) {
      List<Callable<Path>> downloads = new ArrayList<>();
      for (URI from : from()) {
        Path to = to(folder, from);
        downloads.add(() -> {
          new OneByOne().download(client, from, to, DEADLINE);
          return to;
        });
      }
      for (var download : threads.invokeAll(downloads)) {
        if (download.state() != State.SUCCESS) {
          throw new IOException("a download failed", download.exceptionNow());
        }
      }
    }
  }

  /**
   * The client's own asynchronous calls: sends all requests first, and then waits for the replies.
   */
  void allAtOnce(Path folder) throws Exception {
    try (HttpClient client = client()) {
      new AllAtOnce().downloadAll(client, from(), folder).get();
    }
  }

  /**
   * The same, with everything that a real downloader does: retries, deadlines, no partial files.
   */
  void withDownloader(Path folder) throws Exception {
    try (HttpClient client = client();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        ExecutorService worker = Executors.newFixedThreadPool(16)) {
      DownloadContext context =
          new DownloadContext(
              client, files, new RetryPolicy(DEADLINE, timer, new Random(1)), worker);
      List<Download> downloads =
          from().stream().map(from -> new Download(from, to(folder, from))).toList();
      new Downloader().run(downloads, context, new CompletableFuture<Void>(), _ -> {}).get();
    }
  }

  /** Streams from the network to the disk on an event loop. */
  void withVertx(Vertx vertx, Path folder) throws Exception {
    Streaming streaming = new Streaming();
    var client = streaming.client(vertx, files);
    try {
      List<Future<Void>> downloads =
          from().stream()
              .map(from -> streaming.download(vertx, client, from, to(folder, from), DEADLINE))
              .toList();
      Future.all(downloads).toCompletionStage().toCompletableFuture().get();
    } finally {
      client.close().toCompletionStage().toCompletableFuture().get();
    }
  }

  void withCurl(Path curl, Path folder) throws IOException, InterruptedException {
    StringBuilder config = new StringBuilder();
    for (URI from : from()) {
      config.append("url=\"%s\"\noutput=\"%s\"\n".formatted(from, to(folder, from)));
    }
    Path list = Files.writeString(folder.resolveSibling("curl.txt"), config);
    List<String> command = new ArrayList<>(List.of(curl.toString(), "-q", "-sS", "--fail"));
    command.addAll(List.of("--parallel", "--parallel-immediate"));
    command.addAll(List.of("--parallel-max", "" + files, "--noproxy", "*", "-K", list.toString()));
    Programs.Output output = Programs.run(DEADLINE, command);
    if (output.exitCode() != 0) {
      throw new IOException("curl ended with %d: %s".formatted(output.exitCode(), output.err()));
    }
  }

  /**
   * Receives the bytes of all files in one reply and drops them, to measure the time of the
   * transfer alone.
   */
  void receiveAllInOne() throws IOException {
    try (Socket socket = HttpWire.connect(port)) {
      HttpWire.request(socket.getOutputStream(), OriginProcess.ALL_IN_ONE);
      int status = HttpWire.reply(socket.getInputStream());
      if (status != 200) {
        throw new IOException("the origin replied " + status);
      }
    }
  }

  void check(Path folder) throws IOException {
    for (URI from : from()) {
      long arrived = Files.size(to(folder, from));
      if (arrived != bytes) {
        throw new IOException("%s: %d of %d bytes".formatted(from, arrived, bytes));
      }
    }
  }
}
