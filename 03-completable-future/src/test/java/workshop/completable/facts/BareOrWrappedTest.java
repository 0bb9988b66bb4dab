package workshop.completable.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/**
 * For 03-3. A failure is bare on the future that was completed with it. It is wrapped in a
 * CompletionException on every stage after it, and on a stage that threw it. {@code instanceof
 * IOException} in a handler works only in the first case.
 */
class BareOrWrappedTest {

  private final IOException failure = new IOException("Input/output error");

  @Test
  void a_failure_is_bare_on_the_future_that_was_completed_with_it() {
    CompletableFuture<String> source = CompletableFuture.failedFuture(failure);

    assertThat(seenBy(source)).isSameAs(failure);
  }

  @Test
  void one_stage_later_the_same_failure_is_wrapped() {
    CompletableFuture<String> source = CompletableFuture.failedFuture(failure);

    Throwable seen = seenBy(source.thenApply(text -> text));

    assertThat(seen).isInstanceOf(CompletionException.class).hasCause(failure);
  }

  @Test
  void an_exception_that_a_stage_throws_is_wrapped_at_once() {
    IllegalStateException thrown = new IllegalStateException("thrown by a stage");
    CompletableFuture<String> stage =
        CompletableFuture.completedFuture("")
            .thenApply(text -> {
              throw thrown;
            });

    assertThat(seenBy(stage)).isInstanceOf(CompletionException.class).hasCause(thrown);
  }

  @Test
  void a_stage_after_a_canceled_one_has_failed_and_is_not_canceled() {
    CompletableFuture<String> source = new CompletableFuture<>();
    CompletableFuture<String> after = source.thenApply(text -> text);

    source.cancel(true);

    assertThat(source.isCancelled()).isTrue();
    assertThat(after.isCancelled()).isFalse();
    assertThat(seenBy(after))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(CancellationException.class);
  }

  /** Returns what a handler of this stage gets. */
  private static Throwable seenBy(CompletableFuture<?> stage) {
    return stage.handle((result, thrown) -> thrown).join();
  }
}
