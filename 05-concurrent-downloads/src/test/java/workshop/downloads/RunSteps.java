package workshop.downloads;

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
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.Eventually;

/** A run of downloads, with its threads and its timer. */
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

  /** Ends a run that a failed test has left under way, and then its threads. */
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
        Caller.call("run", () -> downloader.run(downloads, context, stop, listener)).returns());
  }

  CompletableFuture<Summary> runWhileHeld(List<Download> downloads, OriginGate held) {
    return noted(
        Caller.call("run", () -> downloader.run(downloads, context(4, LONG), stop, told::add))
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
    try {
      return Await.result("the summary", run);
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (Exception failed) {
      throw DownloaderDiagnosis.runFails(failed);
    }
  }

  static boolean endsSoon(CompletableFuture<?> run) {
    return Eventually.holds(run::isDone);
  }
}
