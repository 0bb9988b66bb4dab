package workshop.testkit.assertion;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.Disk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.TrackedExecutor;

class OnDiskTest {

  @TempDir Path directory;

  @Test
  void reading_on_the_executor_passes() {
    try (TrackedExecutor tracked = TrackedExecutor.withThreads(1);
        Disk disk = Disk.watch(directory)) {
      read(disk, tracked);

      assertThatCode(() -> OnDisk.assertDoneBy(tracked, disk.recording(), Thread.currentThread()))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void reading_on_the_calling_thread_blocks_the_caller() {
    assertRejected(Runnable::run, "ran on the caller's own thread: you blocked the caller");
  }

  @Test
  void forgetting_the_executor_reads_on_the_common_pool() {
    assertRejected(
        ForkJoinPool.commonPool(), "and not on the executor that was given", "one after another");
  }

  @Test
  void reading_on_a_pool_of_the_answer_is_reported() {
    try (TrackedExecutor others = TrackedExecutor.withThreads("other", 1)) {
      assertRejected(others, "which is not a thread of the executor that was given", "other-1");
    }
  }

  private void assertRejected(Executor used, String... says) {
    try (TrackedExecutor tracked = TrackedExecutor.withThreads(1);
        Disk disk = Disk.watch(directory)) {
      read(disk, used);

      assertThatThrownBy(
              () -> OnDisk.assertDoneBy(tracked, disk.recording(), Thread.currentThread()))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(says)
          .hasMessageContaining("On the disk");
    }
  }

  private static void read(Disk disk, Executor executor) {
    disk.seed("shelf.txt", "butter");
    Await.result(
        "the text",
        CompletableFuture.runAsync(
            () -> {
              try {
                Files.readString(disk.path("shelf.txt"));
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            },
            executor));
  }
}
