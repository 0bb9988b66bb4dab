package workshop.downloads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.testkit.exercise.Answer;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.CallLog;
import workshop.testkit.thread.Eventually;

/** A run of downloads with its own threads and timer. */
abstract class RunSteps extends WithOrigin {

  static final Duration LONG = Duration.ofHours(100);

  final Downloader downloader = Answer.of(Downloader.class);
  final CompletableFuture<Void> stop = new CompletableFuture<>();
  final List<Progress> told = Collections.synchronizedList(new ArrayList<>());
  CompletableFuture<?> last = CompletableFuture.completedFuture(null);
  ExecutorService worker;
  FastTimer timer;

  @BeforeEach
  void startThreads() {
    worker = Executors.newFixedThreadPool(2, Thread.ofPlatform().name("worker-", 0).factory());
    timer = new FastTimer();
  }

  /** Ends a run that a failed test has left in progress, and then its threads. */
  @AfterEach
  void endThreads() {
    stop.complete(null);
    Eventually.holds(last::isDone);
    worker.close();
    timer.shutdownNow();
  }

  CompletableFuture<Summary> run(List<Download> downloads, int limit) {
    return run(downloads, context(limit, LONG), told::add);
  }

  CompletableFuture<Summary> run(
      List<Download> downloads, DownloadContext context, Consumer<Progress> listener) {
    return noted(
        Call.start("run", () -> downloader.run(downloads, context, stop, listener)).returns());
  }

  CompletableFuture<Summary> runWhileHeld(List<Download> downloads, OriginGate held) {
    return noted(
        Call.start("run", () -> downloader.run(downloads, context(4, LONG), stop, told::add))
            .returnsWhileHeld(held));
  }

  CompletableFuture<Summary> noted(CompletableFuture<Summary> run) {
    last = run;
    return run;
  }

  DownloadContext context(int limit, Duration deadline) {
    return new DownloadContext(
        client, limit, new RetryPolicy(deadline, timer, new Random(1)), worker);
  }

  List<Download> serve(Disk disk, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> {
          origin.at("/file-" + i).answers(Reply.of(body(i)).digest());
          return new Download(origin.uri("/file-" + i), disk.path("file-" + i));
        })
        .toList();
  }

  /** Sets an expected checksum that no file has. */
  static Download withAnotherChecksum(Download download) {
    URI from = URI.create(download.from() + "#sha256=" + "0".repeat(64));
    return new Download(from, download.to());
  }

  /** The blocking counterpart of a run: one thread, one download after another. */
  void downloadThenRead(Path file) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(served(file)).build();
    Files.write(file, client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    Files.readAllBytes(file);
  }

  /** Starts a run with all files in flight. Closing the result waits for the summary. */
  AutoCloseable downloadAtOnce(List<Path> files) throws Exception {
    List<Download> downloads = files.stream().map(f -> new Download(served(f), f)).toList();
    DownloadContext context = context(files.size(), LONG);
    CompletableFuture<Summary> run =
        CallLog.record("run()", () -> downloader.run(downloads, context, stop, told::add));
    return () -> RunAssert.assertCounts(end(noted(run)), files.size(), 0, 0);
  }

  private URI served(Path file) {
    return origin.uri("/" + file.getFileName());
  }

  static byte[] body(int i) {
    return Reply.randomBytes(i, 2_000 + i);
  }

  static long written(Disk disk) {
    return disk.recording().only(Op.WRITE).events().stream()
        .filter(DiskEvent::isDone)
        .mapToLong(DiskEvent::transferred)
        .sum();
  }

  Summary end(CompletableFuture<Summary> run) {
    awaitProgress(run);
    try {
      return Await.result("the summary", run);
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (Exception | LinkageError failed) {
      throw DownloaderDiagnosis.runFails(failed);
    }
  }

  /** Keeps waiting as long as downloads end: a hundred of them take a while on a busy disk. */
  private void awaitProgress(CompletableFuture<Summary> run) {
    int before;
    do {
      before = told.size();
    } while (!run.isDone() && hasMoreThan(before, run));
  }

  private boolean hasMoreThan(int before, CompletableFuture<Summary> run) {
    return Eventually.holds(() -> run.isDone() || told.size() > before) && !run.isDone();
  }

  static boolean endsSoon(CompletableFuture<?> run) {
    return Eventually.holds(run::isDone);
  }
}
