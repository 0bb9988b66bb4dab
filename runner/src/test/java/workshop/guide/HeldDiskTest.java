package workshop.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.Disk;
import workshop.disk.EventThread;
import workshop.disk.Gate;
import workshop.disk.Op;

/** The tests that docs/testing.md prints, and a wrong program that each of them rejects. */
class HeldDiskTest {

  private static final List<String> DAYS = List.of("monday.txt", "tuesday.txt", "friday.txt");

  /** How long to wait for something that should happen. A test that passes does not need it. */
  private static final Duration LONG = Duration.ofSeconds(10);

  /** How long to wait for something that cannot happen while the disk is held. */
  private static final Duration SOON = Duration.ofMillis(200);

  @TempDir private Path folder;

  private final ExecutorService pool =
      Executors.newFixedThreadPool(2, task -> new Thread(task, "menu-reader"));
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private Disk disk;

  @BeforeEach
  void write_the_menus() {
    disk = Disk.watch(folder);
    DAYS.forEach(day -> disk.seed(day, "soup"));
  }

  @AfterEach
  void end() {
    disk.close();
    pool.close();
    callers.close();
  }

  private String read(Path menu) {
    try {
      return Files.readString(menu);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Future<String> readInPool(Path menu) {
    return pool.submit(() -> read(menu));
  }

  private void returnsWhileTheDiskIsHeld(Function<Path, Future<String>> readMenu, Duration patience)
      throws Exception {
    Path menu = disk.path("monday.txt");
    try (Gate held = disk.hold(Op.READ)) {
      Future<Future<String>> call = callers.submit(() -> readMenu.apply(menu));

      await("a read to reach the disk").until(() -> held.waiting() == 1);
      await("the call to return").atMost(patience).until(call::isDone); // the read is still held

      assertThat(call.get().isDone()).isFalse();
      held.open();
      assertThat(call.get().get()).isEqualTo("soup");
    }
  }

  @Test
  void a_call_returns_while_the_disk_is_held() throws Exception {
    returnsWhileTheDiskIsHeld(this::readInPool, LONG);
  }

  @Test
  void a_call_that_blocks_its_caller_fails_the_test() {
    assertThatThrownBy(() ->
            returnsWhileTheDiskIsHeld(menu -> CompletableFuture.completedFuture(read(menu)), SOON))
        .isInstanceOf(ConditionTimeoutException.class)
        .hasMessageContaining("the call to return");
  }

  private void readsOverlap(Function<Path, Future<String>> readMenu, Duration patience) {
    try (Gate held = disk.hold(Op.READ)) {
      callers.submit(() -> DAYS.forEach(day -> readMenu.apply(disk.path(day))));

      await("two reads at the same time").atMost(patience).until(() -> held.waiting() == 2);
    }
  }

  @Test
  void two_reads_are_in_flight_at_the_same_time() {
    readsOverlap(this::readInPool, LONG);
  }

  @Test
  void sequential_reads_fail_the_test() {
    assertThatThrownBy(
            () -> readsOverlap(menu -> CompletableFuture.completedFuture(read(menu)), SOON))
        .isInstanceOf(ConditionTimeoutException.class)
        .hasMessageContaining("two reads at the same time");
  }

  @Test
  void never_more_than_two_files_are_open_and_only_pool_threads_touch_them() throws Exception {
    List<Future<String>> menus = DAYS.stream().map(day -> readInPool(disk.path(day))).toList();
    for (Future<String> menu : menus) {
      menu.get();
    }

    assertThat(disk.recording().maxInFlight(Op.OPEN, Op.READ)).isBetween(1, 2);
    assertThat(disk.recording().threads())
        .extracting(EventThread::name)
        .containsOnly("menu-reader");
    assertThat(disk.recording().openHandles()).isEmpty();
  }

  @Test
  void a_file_left_open_is_named_with_the_line_that_opened_it() throws IOException {
    Stream<String> lines = Files.lines(disk.path("monday.txt"));

    assertThat(disk.recording().openHandles())
        .singleElement()
        .asString()
        .startsWith("monday.txt, opened at HeldDiskTest");
    lines.close();
    assertThat(disk.recording().openHandles()).isEmpty();
  }

  @Test
  void a_fault_reaches_the_caller() throws InterruptedException {
    disk.when(Op.READ).on("friday.txt").fails("Input/output error");
    try {
      readInPool(disk.path("friday.txt")).get();
      throw new AssertionError("the read succeeded");
    } catch (ExecutionException e) {
      assertThat(e).hasRootCauseMessage("Input/output error");
    }
  }

  @Test
  void short_reads_are_not_mistaken_for_the_end() throws Exception {
    disk.seed("menu.txt", "soup, and bread with butter".getBytes(UTF_8));
    disk.when(Op.READ).atMost(10);

    assertThat(readInPool(disk.path("menu.txt")).get()).isEqualTo("soup, and bread with butter");
  }
}
