package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import workshop.testkit.diagnosis.Diagnosis;

class StandstillTest {

  @Test
  void what_comes_is_waited_for() {
    CompletableFuture<String> soup = new CompletableFuture<>();
    Thread cook =
        Thread.ofPlatform()
            .start(() -> {
              Await.rest(50, "the water to boil");
              soup.complete("soup");
            });

    Standstill.orElse(soup::isDone, StandstillTest::nothing);

    assertThat(soup).isCompleted();
    Await.end("the cook", cook);
  }

  @Test
  void when_nobody_moves_what_is_missing_is_told_before_the_deadline() {
    try (Patience _ = Patience.of("600")) {
      assertThatThrownBy(() -> Standstill.orElse(() -> false, StandstillTest::nothing))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContaining("No soup came");
    }
  }

  @Test
  void two_that_stand_there_together_are_at_once_and_one_is_not() {
    try (FakeGate gate = new FakeGate()) {
      List<Thread> readers =
          IntStream.range(0, 2)
              .mapToObj(_ -> Thread.ofPlatform().start(() -> gate.read()))
              .toList();

      Standstill.unlessAtOnce(gate, 2);
      assertThatThrownBy(() -> Standstill.unlessAtOnce(gate, 3))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll("at most 2 stood", "This ran one after another");

      gate.open();
      readers.forEach(each -> Await.end("a reader", each));
    }
  }

  private static Diagnosis nothing() {
    return Diagnosis.observed("no soup came").means("nobody cooks").nextStep("cook");
  }
}
