package workshop.completable.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.testkit.thread.Await;

/**
 * For 03-4. {@code cancel} and {@code orTimeout} complete a future. They do not know which thread
 * works for it, and interrupt none: the parameter of {@code cancel(true)} is ignored. The file is
 * written after the caller was told that the write was canceled.
 */
class GivingUpTest {

  private final ExecutorService assistant = Executors.newSingleThreadExecutor();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch storeroom = new CountDownLatch(1);
  private final AtomicBoolean interrupted = new AtomicBoolean();

  @TempDir Path directory;

  @AfterEach
  void dismiss() {
    storeroom.countDown();
    assistant.close();
  }

  @Test
  void after_cancel_the_file_is_written_all_the_same() {
    CompletableFuture<Void> writing = CompletableFuture.runAsync(this::fetchAndWrite, assistant);
    Await.latch("the beginning of the work", begun);

    writing.cancel(true);

    assertThat(writing).isCancelled();
    assertThat(menu()).doesNotExist();
    letTheWorkEnd();
    assertThat(menu()).hasContent("soup");
    assertThat(interrupted).isFalse();
  }

  @Test
  void after_the_timeout_the_file_is_written_all_the_same() {
    CompletableFuture<Void> writing = CompletableFuture.runAsync(this::fetchAndWrite, assistant);
    Await.latch("the beginning of the work", begun);

    writing.orTimeout(1, TimeUnit.MILLISECONDS);

    assertThat(Await.failure("the work", writing)).isInstanceOf(TimeoutException.class);

    assertThat(menu()).doesNotExist();
    letTheWorkEnd();
    assertThat(menu()).hasContent("soup");
    assertThat(interrupted).isFalse();
  }

  @Test
  void canceling_a_later_stage_does_not_cancel_the_one_before() {
    CompletableFuture<Void> writing = CompletableFuture.runAsync(this::fetchAndWrite, assistant);
    CompletableFuture<Void> after = writing.thenRun(() -> {});

    after.cancel(true);

    assertThat(writing).isNotDone();
    letTheWorkEnd();
    assertThat(writing).isCompleted();
  }

  @Test
  void the_Future_of_an_ExecutorService_does_interrupt() {
    Future<?> writing = assistant.submit(this::fetchAndWrite);
    Await.latch("the beginning of the work", begun);

    writing.cancel(true);

    letTheWorkEnd();
    assertThat(interrupted).isTrue();
    assertThat(menu()).doesNotExist();
  }

  private void fetchAndWrite() {
    begun.countDown();
    try {
      storeroom.await();
      Files.writeString(menu(), "soup");
    } catch (InterruptedException e) {
      interrupted.set(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void letTheWorkEnd() {
    storeroom.countDown();
    assistant.close();
  }

  private Path menu() {
    return directory.resolve("menu.txt");
  }
}
