package workshop.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.thread.Await;

/** Proves what the chapter, the hints and the notes say about Vert.x. */
class VertxFactsTest {

  private Disk disk;
  private Vertx vertx;

  @BeforeEach
  void open(@TempDir Path directory) {
    disk = Disk.watch(directory);
    vertx = Vertx.vertx();
  }

  @AfterEach
  void close() {
    disk.openGates();
    result("the closing of Vert.x", vertx.close());
    disk.close();
  }

  @Test
  void there_are_two_event_loops_for_each_processor() {
    assertThat(new VertxOptions().getEventLoopPoolSize())
        .isEqualTo(2 * Runtime.getRuntime().availableProcessors());
  }

  @Test
  void both_pools_have_twenty_threads() {
    assertThat(new VertxOptions().getWorkerPoolSize()).isEqualTo(20);
    assertThat(new VertxOptions().getInternalBlockingPoolSize()).isEqualTo(20);
  }

  @Test
  void the_blocked_thread_checker_reports_after_two_seconds() {
    VertxOptions usual = new VertxOptions();

    assertThat(usual.getMaxEventLoopExecuteTimeUnit().toSeconds(usual.getMaxEventLoopExecuteTime()))
        .isEqualTo(2);
    assertThat(usual.getWarningExceptionTimeUnit().toSeconds(usual.getWarningExceptionTime()))
        .isEqualTo(5);
  }

  @Test
  void outside_of_vertx_each_call_gets_its_own_context() {
    assertThat(vertx.getOrCreateContext()).isNotSameAs(vertx.getOrCreateContext());
  }

  @Test
  void busy_workers_stop_an_async_file_but_not_the_file_system() {
    disk.seed("b.txt", "bread");
    AsyncFile file = opened(new OpenOptions());
    CountDownLatch busy = new CountDownLatch(20);
    CountDownLatch enough = new CountDownLatch(1);
    for (int i = 0; i < 20; i++) {
      vertx.executeBlocking(
          () -> {
            busy.countDown();
            enough.await();
            return null;
          },
          false);
    }
    Await.latch("twenty busy workers", busy);

    Future<Void> written = file.write(Buffer.buffer("soup"));
    result("reading another file", vertx.fileSystem().readFile(path("b.txt")));

    assertThat(disk.recording().only(Op.WRITE)).isEmpty();
    enough.countDown();
    result("writing", written);
    result("closing", file.close());
  }

  @Test
  void the_file_system_works_on_the_internal_pool() {
    result("writing", vertx.fileSystem().writeFile(path("a.txt"), Buffer.buffer("soup")));
    result("reading", vertx.fileSystem().readFile(path("a.txt")));

    assertThat(disk.recording().threads())
        .allSatisfy(thread -> assertThat(thread.name()).startsWith("vert.x-internal-blocking-"));
  }

  @Test
  void an_async_file_reads_and_writes_on_the_worker_pool() {
    AsyncFile file = opened(new OpenOptions());
    result("writing", file.write(Buffer.buffer("soup")));
    result("reading", file.read(Buffer.buffer(), 0, 0, 4));
    result("flushing", file.flush());
    result("closing", file.close());

    assertThat(disk.recording().only(Op.READ, Op.WRITE).threads())
        .isNotEmpty()
        .allSatisfy(thread -> assertThat(thread.name()).startsWith("vert.x-worker-thread-"));
    assertThat(disk.recording().only(Op.FORCE, Op.CLOSE).threads())
        .isNotEmpty()
        .allSatisfy(thread -> assertThat(thread.name()).startsWith("vert.x-internal-blocking-"));
  }

  @Test
  void results_are_delivered_on_the_event_loop_of_the_caller() {
    CompletableFuture<Boolean> same = new CompletableFuture<>();
    vertx.runOnContext(here -> {
      Thread caller = Thread.currentThread();
      vertx
          .fileSystem()
          .writeFile(path("a.txt"), Buffer.buffer("soup"))
          .onComplete(written -> same.complete(Thread.currentThread() == caller));
    });

    assertThat(Await.result("the thread of the result", same)).isTrue();
  }

  @Test
  void by_default_a_file_is_opened_for_reading_and_writing_and_not_truncated() {
    result("closing", opened(new OpenOptions()).close());

    DiskEvent opening = disk.recording().only(Op.OPEN).events().getFirst();
    assertThat(opening.options())
        .containsExactlyInAnyOrder(
            StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
  }

  @Test
  void flush_forces_the_data_only() {
    AsyncFile file = opened(new OpenOptions());
    result("writing", file.write(Buffer.buffer("soup")));
    result("flushing", file.flush());
    result("closing", file.close());

    assertThat(disk.recording().only(Op.FORCE).events())
        .singleElement()
        .satisfies(force -> assertThat(force.metadata()).isFalse());
  }

  @Test
  void read_file_takes_a_short_read_for_the_whole_file() {
    disk.seed("a.txt", "0123456789");
    disk.when(Op.READ).atMost(4);

    Buffer read = result("reading", vertx.fileSystem().readFile(path("a.txt")));

    assertThat(read.toString()).isEqualTo("0123");
  }

  @Test
  void an_async_file_resumes_short_reads_and_partial_writes() {
    disk.when(Op.READ, Op.WRITE).atMost(4);
    AsyncFile file = opened(new OpenOptions());

    result("writing", file.write(Buffer.buffer("0123456789")));
    Buffer read = result("reading", file.read(Buffer.buffer(), 0, 0, 100));
    result("closing", file.close());

    assertThat(read.toString()).isEqualTo("0123456789");
  }

  @Test
  void close_waits_for_the_writes_in_flight() {
    AsyncFile file = opened(new OpenOptions());
    try (Gate held = disk.hold(Op.WRITE)) {
      Future<Void> written = file.write(Buffer.buffer("soup"));
      held.awaitArrivals(1);
      Future<Void> closed = file.close();
      held.open();
      result("closing", closed);
      result("writing", written);
    }
    assertThat(disk.recording().events().stream().map(DiskEvent::op))
        .containsExactly(Op.OPEN, Op.WRITE, Op.CLOSE);
  }

  @Test
  void writes_that_do_not_wait_still_follow_each_other_in_the_file() {
    AsyncFile file = opened(new OpenOptions());
    Future<Void> last = Future.succeededFuture();
    for (int i = 0; i < 10; i++) {
      last = file.write(Buffer.buffer("line " + i + "\n"));
    }
    result("closing", last.eventually(file::close));

    assertThat(new String(disk.contents("a.txt"), UTF_8).lines().toList()).hasSize(10).isSorted();
  }

  @Test
  void a_full_queue_is_drained_when_it_is_half_empty() {
    CompletableFuture<Integer> left = new CompletableFuture<>();
    AtomicInteger outstanding = new AtomicInteger();
    AsyncFile file = opened(new OpenOptions());
    try (Gate held = disk.hold(Op.WRITE)) {
      file.setWriteQueueMaxSize(10).drainHandler(drained -> left.complete(outstanding.get()));
      for (int i = 1; i <= 10; i++) {
        outstanding.incrementAndGet();
        file.write(Buffer.buffer("x")).onComplete(written -> outstanding.decrementAndGet());
        assertThat(file.writeQueueFull()).as("after %d bytes", i).isEqualTo(i == 10);
      }
      held.open();
      // The drain handler runs before the future of that write completes.
      assertThat(Await.result("the drain handler", left)).isEqualTo(6);
    }
    result("closing", file.close());
  }

  @Test
  void eventually_drops_an_error_of_the_close() {
    disk.when(Op.CLOSE).fails("Input/output error");
    AsyncFile file = opened(new OpenOptions());

    result("writing", file.write(Buffer.buffer("soup")).eventually(file::close));
    assertThat(disk.recording().only(Op.CLOSE).events())
        .singleElement()
        .satisfies(closing -> assertThat(closing.isDone()).isFalse());
  }

  @Test
  void an_open_file_does_not_name_its_path_in_an_error() {
    disk.seed("a.txt", "soup");
    disk.when(Op.READ).fails("Input/output error");
    AsyncFile file = opened(new OpenOptions());

    Throwable failure =
        Await.failure("reading", file.read(Buffer.buffer(), 0, 0, 4).toCompletionStage());
    result("closing", file.close());

    assertThat(failure).hasMessage("Input/output error");
  }

  @Test
  void await_throws_on_the_event_loop_unless_the_future_is_already_complete() {
    CompletableFuture<String> refused = new CompletableFuture<>();
    CompletableFuture<String> complete = new CompletableFuture<>();
    vertx.runOnContext(loop -> {
      complete.complete(Future.succeededFuture("at once").await());
      try {
        Promise.promise().future().await(); // incomplete for certain, unlike a write of four bytes
        refused.complete("it waited");
      } catch (IllegalStateException e) {
        refused.complete(e.getMessage());
      }
    });

    assertThat(Await.result("what await() says", refused))
        .startsWith("Cannot be called on a Vert.x");
    assertThat(Await.result("the result of a complete future", complete)).isEqualTo("at once");
  }

  @Test
  void await_works_on_a_thread_outside_vertx() throws Exception {
    vertx.fileSystem().writeFile(path("a.txt"), Buffer.buffer("soup")).await(10, TimeUnit.SECONDS);

    assertThat(disk.contents("a.txt")).asString(UTF_8).isEqualTo("soup");
  }

  @Test
  void during_an_await_other_work_of_the_same_context_runs() {
    Promise<Void> all = Promise.promise();
    AtomicInteger asked = new AtomicInteger();
    int[] counter = {0};
    CountDownLatch done = new CountDownLatch(5);
    var virtual = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    result(
        "deploying",
        vertx.deployVerticle(
            context -> {
              for (int i = 0; i < 5; i++) {
                context.runOnContext(turn -> {
                  int read = counter[0];
                  if (asked.incrementAndGet() == 5) {
                    all.complete();
                  }
                  all.future().await();
                  counter[0] = read + 1;
                  done.countDown();
                });
              }
              return Future.succeededFuture();
            },
            virtual));

    Await.latch("five additions", done);
    assertThat(counter[0]).as("0 + 1 + 1 + 1 + 1 + 1").isEqualTo(1);
  }

  @Test
  void a_chain_asks_for_all_sizes_at_once_and_a_loop_for_one_at_a_time() {
    disk.seed("a.txt", "soup");
    disk.seed("b.txt", "bread");

    assertThat(result("the chain", DirectorySize.composed(vertx, path("")))).isEqualTo(9);

    var sum = Promise.<Long>promise();
    var virtual = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    result(
        "deploying",
        vertx.deployVerticle(
            context -> {
              sum.complete(DirectorySize.awaited(vertx, path("")));
              return Future.succeededFuture();
            },
            virtual));
    assertThat(result("the loop", sum.future())).isEqualTo(9);
  }

  private AsyncFile opened(OpenOptions options) {
    return result("opening", vertx.fileSystem().open(path("a.txt"), options));
  }

  private String path(String name) {
    return disk.path(name).toString();
  }

  private static <T> T result(String what, Future<T> future) {
    return Await.result(what, future.toCompletionStage());
  }
}
