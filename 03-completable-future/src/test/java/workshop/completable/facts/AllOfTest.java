package workshop.completable.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * For 03-5. {@code allOf} completes when all of its futures have. So a failure becomes known only
 * when the slowest future completes, and it stops nothing. Rust's {@code try_join!} returns at the
 * first error and drops the others.
 */
class AllOfTest {

  private final CompletableFuture<String> slow = new CompletableFuture<>();
  private final CompletableFuture<String> failed =
      CompletableFuture.failedFuture(new IOException("Input/output error"));

  @Test
  void allOf_waits_for_the_slowest_even_when_another_has_failed() {
    CompletableFuture<Void> all = CompletableFuture.allOf(slow, failed);
    assertThat(all).isNotDone();

    slow.complete("at last");

    assertThat(all).isCompletedExceptionally();
  }

  @Test
  void allOf_cancels_nothing() {
    CompletableFuture<Void> all = CompletableFuture.allOf(slow, failed);

    all.cancel(true);

    assertThat(slow).isNotDone();
  }

  @Test
  void thenCombine_waits_for_both_even_when_one_has_failed() {
    CompletableFuture<String> both = failed.thenCombine(slow, String::concat);
    assertThat(both).isNotDone();

    slow.complete("at last");

    assertThat(both).isCompletedExceptionally();
  }
}
