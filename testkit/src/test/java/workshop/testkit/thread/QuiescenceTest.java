package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.Disk;
import workshop.disk.Op;

class QuiescenceTest {

  private final Quiescence quiescence = new Quiescence();
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void quiescence_takes_many_looks_and_a_minimum_time() {
    long start = System.nanoTime();
    int looks = looksUntilCertain();

    assertThat(looks).isGreaterThanOrEqualTo(Quiescence.CERTAIN);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThan(Duration.ofMillis(Quiescence.leastMillis()));
  }

  @Test
  void a_movement_restarts_the_count() {
    looksUntilCertain();

    assertThat(quiescence.isReached(false)).isFalse();

    assertThat(quiescence.isReached(true)).isFalse();
    assertThat(looksUntilCertain()).isGreaterThanOrEqualTo(Quiescence.CERTAIN - 1);
  }

  @Test
  void looks_do_not_count_while_a_thread_computes() {
    assertThatNothingIsCertainWhile(Thread.ofPlatform());
  }

  @Test
  void looks_do_not_count_while_a_virtual_thread_computes() {
    assertThatNothingIsCertainWhile(Thread.ofVirtual());
  }

  @Test
  void a_thread_that_computed_between_two_looks_restarts_the_count() {
    for (int look = 0; look < Quiescence.CERTAIN - 1; look++) {
      quiescence.isReached();
      Await.rest(Quiescence.LOOK_MILLIS, "the next look");
    }
    AtomicBoolean enough = new AtomicBoolean();
    Thread busy = computing(Thread.ofPlatform(), enough::get);
    Await.rest(Quiescence.LOOK_MILLIS, "the next look");
    quiescence.isReached();
    enough.set(true);
    Await.end("the busy one", busy);

    assertThat(looksUntilCertain()).isGreaterThanOrEqualTo(Quiescence.CERTAIN);
  }

  @Test
  void a_pending_event_keeps_the_program_from_being_quiet() {
    try (PendingEvents delayed = new PendingEvents()) {
      delayed.announce();
      assertThat(quietLooks()).isZero();
      delayed.happened();
      assertThat(quietLooks()).isPositive();
      delayed.announce();
      assertThat(quietLooks()).isZero();
    }
    assertThat(quietLooks()).isPositive();
  }

  @Test
  void a_simulated_delay_of_the_disk_keeps_the_program_from_being_quiet(@TempDir Path directory)
      throws Exception {
    Thread writer;
    try (Disk disk = Disk.watch(directory)) {
      disk.when(Op.DELETE).takes(Duration.ofHours(1));
      writer = Thread.ofPlatform().start(() -> delete(disk.path("a.txt")));
      Await.until("the delay", Disk::delaysAnOperation);

      assertThat(quietLooks()).isZero();
    }
    Await.end("the writer", writer);
    assertThat(Disk.delaysAnOperation()).isFalse();
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how many of five looks find no thread running. */
  private static int quietLooks() {
    int looks = 0;
    for (int look = 0; look < 5; look++) {
      looks += Quiescence.looksQuiet() ? 1 : 0;
      Await.rest(Quiescence.LOOK_MILLIS, "the next look");
    }
    return looks;
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
      while (System.nanoTime() - start
          < Duration.ofMillis(3 * Quiescence.leastMillis() / 2).toNanos()) {
        assertThat(quiescence.isReached(true)).isFalse();
        Await.rest(Quiescence.LOOK_MILLIS, "the next look");
      }
    } finally {
      enough.set(true);
      Await.end("the busy one", busy);
    }
  }

  private int looksUntilCertain() {
    int looks = 1;
    try (TemporaryDeadline _ =
        TemporaryDeadline.of("300")) { // the busier the machine, the rarer the looks
      Deadline deadline = Deadline.fromNow();
      while (!quiescence.isReached(true)) {
        assertThat(deadline.hasPassed()).as("certain within %s", deadline).isFalse();
        looks++;
        Await.rest(Quiescence.LOOK_MILLIS, "the next look");
      }
    }
    return looks;
  }

  @Test
  void an_event_that_no_thread_causes_has_not_come_when_the_program_is_quiet() {
    assertThat(Quiescence.reachedWithout(this::countLooks)).isTrue();
    assertThat(looks.get()).isGreaterThanOrEqualTo(Quiescence.LIKELY);
  }

  @Test
  void an_event_that_has_come_is_seen_at_the_first_look() {
    assertThat(Quiescence.reachedWithout(() -> looks.incrementAndGet() > 0)).isFalse();
    assertThat(looks).hasValue(1);
  }

  @Test
  void a_thread_that_computes_for_long_is_waited_for() {
    assertThatItIsSeenAfter(3 * Quiescence.LIKELY, Thread.ofPlatform());
  }

  @Test
  void a_virtual_thread_that_computes_for_long_is_waited_for_too() {
    assertThatItIsSeenAfter(3 * Quiescence.LIKELY, Thread.ofVirtual());
  }

  @Test
  void a_thread_that_computes_without_end_is_not_waited_for_forever() {
    AtomicBoolean enough = new AtomicBoolean();
    Thread busy = computing(Thread.ofPlatform(), enough::get);
    try {
      assertThat(Quiescence.reachedWithout(this::countLooks)).isTrue();
      assertThat(looks.get()).isGreaterThan(3 * Quiescence.LIKELY);
    } finally {
      enough.set(true);
      Await.end("the busy one", busy);
    }
  }

  @Test
  void a_thread_that_computes_without_end_ends_a_wait() {
    assertThatAWaitEndsBeside(Thread.ofPlatform());
  }

  @Test
  void a_virtual_thread_that_computes_without_end_ends_a_wait() {
    assertThatAWaitEndsBeside(Thread.ofVirtual());
  }

  private void assertThatAWaitEndsBeside(Thread.Builder kind) {
    AtomicBoolean enough = new AtomicBoolean();
    Thread busy = computing(kind, enough::get);
    try (TemporaryDeadline _ = TemporaryDeadline.of("300")) {
      Deadline deadline = Deadline.fromNow();
      while (!quiescence.isReached(false)) {
        assertThat(deadline.hasPassed()).as("over within %s", deadline).isFalse();
        Await.rest(Quiescence.LOOK_MILLIS, "the next look");
      }
    } finally {
      enough.set(true);
      Await.end("the busy one", busy);
    }
  }

  @Test
  void an_interrupt_ends_the_wait_and_stays_set() {
    Thread.currentThread().interrupt();

    assertThat(Quiescence.reachedWithout(this::countLooks)).isTrue();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(looks.get()).isLessThan(Quiescence.LIKELY);
  }

  private void assertThatItIsSeenAfter(int number, Thread.Builder kind) {
    AtomicBoolean done = new AtomicBoolean();
    AtomicBoolean seen = new AtomicBoolean();
    Thread busy = computing(kind, () -> looks.get() >= number || seen.get(), () -> done.set(true));
    try {
      boolean without =
          Quiescence.reachedWithout(() -> {
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
