package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class LullTest {

  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void what_nobody_does_has_not_come_when_all_is_quiet() {
    assertThat(Lull.comesWithout(this::countLooks)).isTrue();
    assertThat(looks.get()).isGreaterThanOrEqualTo(Lull.LOOKS);
  }

  @Test
  void what_has_come_is_seen_at_the_first_look() {
    assertThat(Lull.comesWithout(() -> looks.incrementAndGet() > 0)).isFalse();
    assertThat(looks).hasValue(1);
  }

  @Test
  void who_computes_for_long_before_it_does_it_is_waited_for() {
    assertThatItIsSeenAfter(5 * Lull.LOOKS, Thread.ofPlatform());
  }

  @Test
  void a_virtual_thread_that_computes_for_long_is_waited_for_too() {
    assertThatItIsSeenAfter(5 * Lull.LOOKS, Thread.ofVirtual());
  }

  @Test
  void who_computes_without_end_does_not_keep_it_waiting_forever() {
    AtomicBoolean enough = new AtomicBoolean();
    Thread busy = computing(Thread.ofPlatform(), enough::get);
    try {
      assertThat(Lull.comesWithout(this::countLooks)).isTrue();
      assertThat(looks.get()).isGreaterThan(5 * Lull.LOOKS);
    } finally {
      enough.set(true);
      Await.end("the busy one", busy);
    }
  }

  @Test
  void an_interrupt_ends_it_and_is_kept() {
    Thread.currentThread().interrupt();

    assertThat(Lull.comesWithout(this::countLooks)).isTrue();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(looks.get()).isLessThan(Lull.LOOKS);
  }

  private void assertThatItIsSeenAfter(int number, Thread.Builder kind) {
    AtomicBoolean done = new AtomicBoolean();
    AtomicBoolean seen = new AtomicBoolean();
    Thread busy = computing(kind, () -> looks.get() >= number || seen.get(), () -> done.set(true));
    try {
      boolean without =
          Lull.comesWithout(() -> {
            looks.incrementAndGet();
            return done.get();
          });

      assertThat(without).isFalse();
    } finally {
      seen.set(true);
      Await.end("the busy one", busy);
    }
  }

  private static Thread computing(Thread.Builder kind, BooleanSupplier until) {
    return computing(kind, until, () -> {});
  }

  private static Thread computing(Thread.Builder kind, BooleanSupplier until, Runnable then) {
    CountDownLatch computing = new CountDownLatch(1);
    Thread busy =
        kind.start(() -> {
          computing.countDown();
          while (!until.getAsBoolean()) {
            Thread.onSpinWait();
          }
          then.run();
        });
    Await.latch("it to compute", computing);
    return busy;
  }

  private boolean countLooks() {
    looks.incrementAndGet();
    return false;
  }
}
