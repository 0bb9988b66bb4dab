package workshop.downloads;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import workshop.disk.Disk;
import workshop.testkit.exercise.Answer;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;

/** Downloads with a worker for the work on files. */
abstract class AllOrNothingSteps extends HttpClientContract {

  final AllOrNothing downloads = Answer.of(AllOrNothing.class);
  ExecutorService worker;

  @BeforeEach
  void startWorker() {
    worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("worker").factory());
  }

  /** An answer may let a worker wait for the body. Then two downloads need two workers. */
  void useTwoWorkers() {
    endWorker();
    worker = Executors.newFixedThreadPool(2, Thread.ofPlatform().name("worker").factory());
  }

  @AfterEach
  void endWorker() {
    worker.close();
  }

  CompletableFuture<Path> start(Disk disk) {
    return Call.start("download", () -> begin(disk)).returns();
  }

  CompletableFuture<Path> begin(Disk disk) {
    return downloads.download(client, origin.uri("/menu.bin"), disk.path("menu.bin"), worker);
  }

  @Override
  void download(HttpClient httpClient, URI from, Path to) {
    Await.result("the download", downloads.download(httpClient, from, to, worker));
  }
}
