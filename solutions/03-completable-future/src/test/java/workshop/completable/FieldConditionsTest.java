package workshop.completable;

import static java.nio.file.StandardOpenOption.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.thread.Await;

/**
 * Runs the solutions under conditions that their suites do not demand but programs may bring:
 * unusual executors, arguments at the limit, arguments that change.
 */
class FieldConditionsTest {

  private final ExecutorService executor = Executors.newFixedThreadPool(2);

  @TempDir Path directory;
  private Disk disk;
  private Path menu;

  @BeforeEach
  void watch() {
    disk = Disk.watch(directory);
    disk.seed("menu.txt", "soup, and bread");
    menu = disk.path("menu.txt");
  }

  @AfterEach
  void close() {
    disk.close();
    executor.close();
  }

  @Test
  void many_reads_on_the_calling_thread_do_not_overflow_the_stack() throws IOException {
    disk.seed("large.txt", new byte[20_000]);
    disk.when(Op.READ).atMost(1);
    try (AsynchronousFileChannel channel =
        AsynchronousFileChannel.open(
            disk.path("large.txt"), Set.of(READ), new CallingThreadExecutor())) {
      assertThat(Await.result("all bytes", new ChannelFutures().readFully(channel)))
          .hasSize(20_000);
    }
  }

  @Test
  void an_executor_that_is_shut_down_fails_every_future() {
    executor.shutdown();
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());

    assertThat(refusal(new FailurePaths().using(menu, Set.of(READ), executor, this::size)))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(refusal(new StoppableCopy().copy(menu, disk.path("c"), hour(), executor)))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(refusal(new ManyFiles().readAll(List.of(menu), 1, executor)))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(refusal(process(menu, 10, executor))).isInstanceOf(RejectedExecutionException.class);
    assertThat(refusal(new WriteThenRead().run(menu, nowhere, executor)))
        .isInstanceOf(IOException.class)
        .hasCauseInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void a_body_that_returns_null_leaves_no_file_open() {
    Throwable failure = refusal(new FailurePaths().using(menu, Set.of(READ), executor, _ -> null));

    assertThat(failure).isInstanceOf(NullPointerException.class);
    assertThat(disk.recording().openHandles()).isEmpty();
  }

  @Test
  void an_interrupt_ends_await_and_the_flag_stays_set() {
    CompletableFuture<String> never = new CompletableFuture<>();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> new FailurePaths().await(never))
        .isInstanceOf(InterruptedIOException.class);

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_copy_to_itself_fails_and_the_file_stays_as_it_was() throws IOException {
    Files.createDirectory(disk.path("cellar"));
    Path same = disk.path("cellar").resolve("..").resolve("menu.txt");

    Throwable failure = refusal(new StoppableCopy().copy(menu, same, hour(), executor));

    assertThat(failure).isInstanceOf(FileSystemException.class).hasMessageContaining("menu.txt");
    assertThat(menu).hasContent("soup, and bread");
  }

  @Test
  void a_deadline_may_be_longer_than_a_long_of_nanoseconds() {
    Duration forever = Duration.ofSeconds(Long.MAX_VALUE);

    var copied = new StoppableCopy().copy(menu, disk.path("copy.txt"), forever, executor);

    assertThat(Await.result("the copy", copied)).isEqualTo(15);
  }

  @Test
  void the_deadline_passes_although_the_copy_runs_on_the_calling_thread() {
    disk.when(Op.READ).atMost(1);
    disk.when(Op.READ).takes(Duration.ofMillis(5));
    var copied =
        new StoppableCopy()
            .copy(menu, disk.path("copy.txt"), Duration.ofMillis(1), new CallingThreadExecutor());

    assertThat(copied).isCompletedExceptionally();
  }

  @Test
  void the_caller_may_change_its_list_after_the_call() {
    List<Path> files = new ArrayList<>(List.of(menu, menu));
    CompletableFuture<List<byte[]>> all;
    try (Gate held = disk.hold(Op.OPEN)) {
      all = new ManyFiles().readAll(files, 1, executor);
      held.awaitArrivals(1);
      files.clear();
    }

    assertThat(Await.result("both files", all)).hasSize(2);
  }

  @Test
  void an_error_while_one_file_is_read_loses_no_other() {
    disk.when(Op.READ)
        .times(1)
        .then(() -> {
          throw new OutOfMemoryError("thrown by the test");
        });

    var results = Await.result("results", new ManyFiles().tryAll(List.of(menu, menu), 1, executor));

    assertThat(results.getFirst()).isInstanceOf(ManyFiles.Result.Failure.class);
    assertThat(results.getLast()).isInstanceOf(ManyFiles.Result.Content.class);
  }

  @Test
  void a_chunk_size_of_zero_is_rejected() {
    assertThatThrownBy(() -> process(menu, 0, executor))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("chunkSize 0");
  }

  private CompletableFuture<Long> size(AsynchronousFileChannel channel) {
    return CompletableFuture.completedFuture(15L);
  }

  private static CompletableFuture<Checksum.Sum> process(
      Path file, int chunkSize, ExecutorService executor) {
    return new ReadAheadPipeline()
        .process(file, chunkSize, new Checksum(), executor, Runnable::run, 2);
  }

  private static Duration hour() {
    return Duration.ofHours(1);
  }

  private static Throwable refusal(CompletableFuture<?> future) {
    return Await.failure("the future", future);
  }

  /** Runs every task before {@code execute} returns, as some servers do when they are busy. */
  private static final class CallingThreadExecutor extends AbstractExecutorService {

    @Override
    public void execute(Runnable task) {
      task.run();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }
}
