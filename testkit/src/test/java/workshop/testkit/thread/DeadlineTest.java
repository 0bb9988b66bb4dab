package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

  @Test
  void the_deadline_is_as_long_as_the_property_says() {
    try (TemporaryDeadline _ = TemporaryDeadline.of("300.50")) {
      Deadline deadline = Deadline.fromNow();

      assertThat(deadline).hasToString("300.5 s");
      assertThat(deadline.hasPassed()).isFalse();
      assertThat(deadline.remainingMillis()).isBetween(1L, 300_500L);
    }
  }

  @Test
  void a_deadline_passes() {
    try (TemporaryDeadline _ = TemporaryDeadline.of("0.000000001")) {
      Deadline deadline = Deadline.fromNow();

      Await.until("the end of a nanosecond", deadline::hasPassed);

      assertThat(deadline.remainingNanos()).isZero();
      assertThat(deadline.remainingMillis()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "", "0", "-1"})
  void a_property_that_is_not_a_duration_is_rejected_with_an_example(String nonsense) {
    try (TemporaryDeadline _ = TemporaryDeadline.of(nonsense)) {
      assertThatIllegalArgumentException()
          .isThrownBy(Deadline::fromNow)
          .withMessage(
              "-Dworkshop.deadline must be a positive number of seconds, such as 10 or 0.5: \""
                  + nonsense
                  + "\"");
    }
  }
}
