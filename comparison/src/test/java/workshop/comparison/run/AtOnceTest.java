package workshop.comparison.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AtOnceTest {

  @Test
  void all_run_at_the_same_time_and_the_results_are_in_order() throws Exception {
    CyclicBarrier all = new CyclicBarrier(3);

    assertThat(AtOnce.all(List.of(met(all, "a"), met(all, "b"), met(all, "c"))))
        .containsExactly("a", "b", "c");
  }

  private static Callable<String> met(CyclicBarrier all, String result) {
    return () -> {
      all.await(10, TimeUnit.SECONDS);
      return result;
    };
  }

  @Test
  void who_fails_is_heard_with_the_cause() {
    Callable<String> lost =
        () -> {
          throw new IOException("a server was lost");
        };
    Callable<String> wrong =
        () -> {
          throw new IllegalStateException("no number");
        };

    assertThatThrownBy(() -> AtOnce.all(List.of(() -> "well", lost)))
        .isInstanceOf(IOException.class)
        .hasMessage("a server was lost");
    assertThatThrownBy(() -> AtOnce.all(List.of(wrong)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no number");
  }

  @Test
  void an_interrupt_reaches_all() {
    Thread caller = Thread.currentThread();
    AtomicBoolean reached = new AtomicBoolean();
    Callable<String> waiting =
        () -> {
          caller.interrupt();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            reached.set(true);
          }
          return "";
        };

    assertThatThrownBy(() -> AtOnce.all(List.of(waiting))).isInstanceOf(InterruptedException.class);
    assertThat(reached).isTrue();
  }
}
