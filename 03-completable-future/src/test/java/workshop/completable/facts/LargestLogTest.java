package workshop.completable.facts;

import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.testkit.thread.Await;

/** The example of chapter 03 does what the chapter says. */
class LargestLogTest {

  private final ExecutorService executor = Executors.newSingleThreadExecutor();

  @TempDir Path directory;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(directory.resolve("small.log"), "small\n");
    Files.writeString(directory.resolve("large.log"), "large \nand more\n");
  }

  @AfterEach
  void close() {
    executor.close();
  }

  @Test
  void without_an_executor_the_future_is_complete_when_it_is_returned() {
    assertThat(LargestLog.findOnTheCaller(directory)).isCompleted();
  }

  @Test
  void one_thread_does_both_steps() {
    CompletableFuture<String> title = LargestLog.titleOfTheLargest(directory, executor);

    assertThat(Await.result("the title", title)).isEqualTo("large");
  }

  @Test
  void a_failure_skips_the_later_steps() {
    CompletableFuture<String> title =
        LargestLog.titleOfTheLargest(directory.resolve("missing"), executor);

    assertThat(Await.failure("the title", title)).hasRootCauseInstanceOf(NoSuchFileException.class);
  }

  @Test
  void the_completion_handler_completes_the_future() throws Exception {
    try (AsynchronousFileChannel channel =
        AsynchronousFileChannel.open(directory.resolve("large.log"), WRITE)) {
      FileLock lock = Await.result("the lock", LargestLog.lock(channel));

      assertThat(lock.isValid()).isTrue();
    }
  }
}
