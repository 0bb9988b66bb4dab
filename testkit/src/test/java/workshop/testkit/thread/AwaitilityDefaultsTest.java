package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import workshop.testkit.diagnosis.Diagnosis;

class AwaitilityDefaultsTest {

  @BeforeEach
  void set() {
    AwaitilityDefaults.set();
  }

  @AfterEach
  void reset() {
    Awaitility.reset();
  }

  @Test
  void a_condition_that_holds_ends_the_wait() {
    AtomicInteger looks = new AtomicInteger();

    await("three looks").until(() -> looks.incrementAndGet() == 3);

    assertThat(looks).hasValue(3);
  }

  @Test
  void a_wait_ends_when_no_thread_can_run_anymore_and_reports_what_it_knows() {
    CountDownLatch never = new CountDownLatch(1);
    Thread waiter = Thread.ofPlatform().name("waiter").start(() -> waitFor(never));
    try (TemporaryDeadline _ = TemporaryDeadline.of("600")) {
      AwaitilityDefaults.set(); // with the current deadline

      assertThatThrownBy(() -> await("seven").until(() -> 6, equalTo(7)))
          .cause()
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "The test waited for seven and gave up: no thread gets any further",
              "Last seen: 6",
              "\"waiter\" waits in CountDownLatch.await");
    } finally {
      never.countDown();
      Await.end("the waiter", waiter);
    }
  }

  @Test
  void a_wait_ends_at_the_deadline_as_well() {
    try (TemporaryDeadline _ = TemporaryDeadline.of("0.05")) {
      AwaitilityDefaults.set();
      Throwable thrown = catchThrowable(() -> await("soup").until(() -> false));

      assertThat(AwaitilityDefaults.explain(thrown).orElseThrow())
          .hasMessageContaining("The test waited for soup and gave up.")
          .hasMessageNotContaining("Last seen");
    }
  }

  @Test
  void a_wait_is_not_explained_by_an_earlier_wait() {
    try (TemporaryDeadline _ = TemporaryDeadline.of("0.05")) {
      AwaitilityDefaults.set();
      Throwable first = catchThrowable(() -> await("soup").until(() -> false));
      Throwable second = catchThrowable(() -> await("bread").until(() -> false));

      assertThat(AwaitilityDefaults.explain(first)).isEmpty();
      assertThat(AwaitilityDefaults.explain(second)).isPresent();
      await("salt").until(() -> true);
      assertThat(AwaitilityDefaults.explain(second)).isEmpty();
    }
  }

  @Test
  void the_failed_assertion_is_reported_as_seen_last() {
    try (TemporaryDeadline _ = TemporaryDeadline.of("0.05")) {
      AwaitilityDefaults.set();
      Throwable thrown =
          catchThrowable(
              () -> await("soup").untilAsserted(() -> assertThat("tea").isEqualTo("soup")));

      assertThat(AwaitilityDefaults.explain(thrown).orElseThrow())
          .hasMessageContainingAll("Last seen", "tea");
    }
  }

  @Test
  void an_unrelated_error_is_not_explained() {
    assertThat(AwaitilityDefaults.explain(new IllegalStateException())).isEmpty();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
