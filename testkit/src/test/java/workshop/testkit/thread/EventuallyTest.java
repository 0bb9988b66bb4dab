package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import workshop.testkit.diagnosis.Diagnosis;

class EventuallyTest {

  @Test
  void an_event_that_comes_is_waited_for() {
    CompletableFuture<String> soup = new CompletableFuture<>();
    Thread cook =
        Thread.ofPlatform()
            .start(() -> {
              Await.rest(50, "the water to boil");
              soup.complete("soup");
            });

    Eventually.orElse(soup::isDone, EventuallyTest::nothing);

    assertThat(soup).isCompleted();
    Await.end("the cook", cook);
  }

  @Test
  void when_nothing_happens_the_missing_event_is_reported_before_the_deadline() {
    try (TemporaryDeadline _ = TemporaryDeadline.of("600")) {
      assertThatThrownBy(() -> Eventually.orElse(() -> false, EventuallyTest::nothing))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContaining("No soup came");
    }
  }

  private static Diagnosis nothing() {
    return Diagnosis.observed("no soup came").means("nobody cooks").nextStep("cook");
  }
}
