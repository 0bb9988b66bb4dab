package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StillnessTest {

  private final Stillness stillness = new Stillness();

  @Test
  void it_is_certain_after_many_looks_and_not_before_a_second() {
    long start = System.nanoTime();
    int looks = looksUntilCertain();

    assertThat(looks).isGreaterThanOrEqualTo(Stillness.LOOKS);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void a_movement_makes_all_start_anew() {
    looksUntilCertain();

    assertThat(stillness.look(false)).isFalse();

    assertThat(stillness.look(true)).isFalse();
    assertThat(looksUntilCertain()).isGreaterThanOrEqualTo(Stillness.LOOKS - 1);
  }

  @Test
  void looks_do_not_count_while_a_thread_computes() {
    assertThatNothingIsCertainWhile(Thread.ofPlatform());
  }

  @Test
  void looks_do_not_count_while_a_virtual_thread_computes() {
    assertThatNothingIsCertainWhile(Thread.ofVirtual());
  }

  private void assertThatNothingIsCertainWhile(Thread.Builder kind) {
    AtomicBoolean enough = new AtomicBoolean();
    CountDownLatch computing = new CountDownLatch(1);
    Thread busy =
        kind.start(() -> {
          computing.countDown();
          while (!enough.get()) {
            Thread.onSpinWait();
          }
        });
    Await.latch("it to compute", computing);
    try {
      long start = System.nanoTime();
      while (System.nanoTime() - start < Duration.ofMillis(1500).toNanos()) {
        assertThat(stillness.look(true)).isFalse();
        Await.rest(Stillness.LOOK_MILLIS, "the next look");
      }
    } finally {
      enough.set(true);
      Await.end("the busy one", busy);
    }
  }

  private int looksUntilCertain() {
    int looks = 1;
    try (Patience _ = Patience.of("300")) { // the busier the machine, the rarer the looks
      Deadline deadline = Deadline.fromNow();
      while (!stillness.look(true)) {
        assertThat(deadline.hasPassed()).as("certain within %s", deadline).isFalse();
        looks++;
        Await.rest(Stillness.LOOK_MILLIS, "the next look");
      }
    }
    return looks;
  }
}
