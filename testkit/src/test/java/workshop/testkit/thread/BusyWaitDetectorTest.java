package workshop.testkit.thread;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import workshop.testkit.diagnosis.Diagnosis;

class BusyWaitDetectorTest {

  private static final String SITUATION = "the soup is not there yet";

  private final CompletableFuture<String> soup = new CompletableFuture<>();
  private final BusyWaitDetector detector = BusyWaitDetector.watch();
  private final List<Thread> guests = new ArrayList<>();

  private interface Wait {
    void once() throws Exception;
  }

  @AfterEach
  void serve() {
    soup.complete("soup");
    guests.forEach(each -> Await.end("a guest", each));
  }

  private void comes(ThreadFactory kind, Wait wait) {
    CountDownLatch seated = new CountDownLatch(1);
    Thread guest =
        kind.newThread(() -> {
          seated.countDown();
          while (!soup.isDone()) {
            try {
              wait.once();
            } catch (TimeoutException notYet) {
              continue;
            } catch (Exception e) {
              throw new AssertionError(e);
            }
          }
        });
    guest.start();
    guests.add(guest);
    Await.latch("a guest", seated);
  }

  private void platform(Wait wait) {
    comes(Thread.ofPlatform().daemon().factory(), wait);
  }

  private void virtual(Wait wait) {
    comes(Thread.ofVirtual().factory(), wait);
  }

  @Test
  void a_program_without_new_threads_passes() {
    assertThatCode(() -> detector.sleepWhile(SITUATION)).doesNotThrowAnyException();
  }

  @Test
  void a_thread_that_sleeps_until_it_is_woken_passes() {
    platform(soup::get);
    virtual(soup::get);
    platform(() -> soup.get(1, TimeUnit.DAYS));
    virtual(() -> soup.get(1, TimeUnit.DAYS));

    assertThatCode(() -> detector.sleepWhile(SITUATION)).doesNotThrowAnyException();
  }

  @Test
  void a_thread_that_ran_before_is_ignored() {
    platform(() -> Thread.sleep(1));

    assertThatCode(() -> BusyWaitDetector.watch().sleepWhile(SITUATION)).doesNotThrowAnyException();
  }

  @Test
  void a_thread_that_polls_with_sleep_is_reported_with_its_line() {
    platform(() -> Thread.sleep(5));

    assertAsks("in Thread.sleep at BusyWaitDetectorTest.java:", "again and again");
  }

  @Test
  void a_thread_that_polls_with_park_nanos_is_reported_with_its_line() {
    platform(() -> LockSupport.parkNanos(MILLISECONDS.toNanos(5)));

    assertAsks("in LockSupport.parkNanos at BusyWaitDetectorTest.java:", "again and again");
  }

  @Test
  void a_thread_that_polls_with_a_short_timeout_is_reported_with_its_line() {
    platform(() -> soup.get(2, MILLISECONDS));

    assertAsks("BusyWaitDetectorTest.java:", "which has woken up");
  }

  @Test
  void a_thread_that_polls_with_a_long_timeout_is_reported_with_its_line() {
    platform(() -> soup.get(250, MILLISECONDS));

    assertAsks("BusyWaitDetectorTest.java:", "which has woken up");
  }

  @Test
  void a_thread_that_spins_is_reported_with_its_line() {
    platform(Thread::onSpinWait);

    assertAsks("at BusyWaitDetectorTest.java:", "in a loop without a pause");
  }

  @Test
  void a_thread_that_yields_is_reported_with_its_line() {
    platform(() -> Thread.yield());

    assertAsks("in Thread.yield at BusyWaitDetectorTest.java:", "again and again");
  }

  @Test
  void a_virtual_thread_that_spins_is_reported() {
    virtual(Thread::onSpinWait);

    assertAsks("a virtual thread runs in a loop without a pause");
  }

  @Test
  void a_virtual_thread_that_polls_with_sleep_is_reported() {
    virtual(() -> Thread.sleep(1));

    assertAsks("a virtual thread wakes up again and again");
  }

  @Test
  void a_virtual_thread_that_polls_rarely_is_reported() {
    virtual(() -> soup.get(400, MILLISECONDS));

    assertAsks("a virtual thread wakes up again and again");
  }

  @Test
  void a_timer_that_polls_rarely_is_reported() {
    try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
      timer.scheduleWithFixedDelay(soup::isDone, 0, 400, MILLISECONDS);
      try {
        assertAsks("which has woken up");
      } finally {
        timer.shutdownNow();
      }
    }
  }

  @Test
  void a_delayed_executor_that_polls_rarely_is_reported() {
    askLater();

    assertAsks("which has woken up");
  }

  private void askLater() {
    if (!soup.isDone()) {
      CompletableFuture.delayedExecutor(250, MILLISECONDS).execute(this::askLater);
    }
  }

  @Test
  void a_timer_that_polls_often_is_reported() throws InterruptedException {
    try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
      timer.scheduleWithFixedDelay(soup::isDone, 1, 2, MILLISECONDS);
      try {
        assertAsks("which has woken up");
      } finally {
        timer.shutdownNow();
      }
    }
  }

  @Test
  void a_thread_that_blocks_the_common_pool_is_reported_with_its_line() {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<?> waiting =
        CompletableFuture.runAsync(
            () -> {
              begun.countDown();
              soup.join();
            },
            ForkJoinPool.commonPool());
    Await.latch("a task on the common pool", begun);
    try {
      assertThatThrownBy(() -> detector.sleepWhile(SITUATION))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "waits in CompletableFuture.join at BusyWaitDetectorTest.java:",
              "common pool belongs to the whole program");
    } finally {
      soup.complete("soup");
      Await.result("the task", waiting);
    }
  }

  private void assertAsks(String... words) {
    assertThatThrownBy(() -> detector.sleepWhile(SITUATION))
        .isInstanceOf(Diagnosis.class)
        .hasMessageContainingAll("The soup is not there yet, so there is nothing to do. But")
        .hasMessageContainingAll(words)
        .hasMessageContaining("busy waiting");
  }
}
