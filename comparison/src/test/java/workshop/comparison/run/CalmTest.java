package workshop.comparison.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CalmTest {

  private final Notes notes = new Notes(_ -> {});
  private final FakeQuestion question = new FakeQuestion("one", () -> {});

  @Test
  void a_machine_that_others_use_is_noted() {
    Calm.note(0.854, notes);

    assertThat(notes.answer(question, Duration.ZERO, true).notes())
        .singleElement()
        .asString()
        .contains("other programs kept 85 % of the processors busy")
        .matches(Calm::isMissedBy);
  }

  @Test
  void a_calm_machine_is_not_and_neither_is_an_unknown_one() {
    Calm.note(0.1, notes);
    Calm.note(-1, notes);
    Calm.note(Double.NaN, notes);

    assertThat(notes.answer(question, Duration.ZERO, true).notes()).isEmpty();
  }
}
