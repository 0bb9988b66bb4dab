package workshop.comparison.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import workshop.comparison.question.Effort;
import workshop.comparison.question.Question;
import workshop.comparison.result.Answer;
import workshop.comparison.result.Machine;
import workshop.comparison.result.Results;

class RunnerTest {

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final Stop stop = new Stop(Thread.currentThread());

  private Results run(Question... questions) {
    Machine machine = new Machine("os", "cpu", 2, 0, "jdk", "fs", Map.of());
    Progress progress = new Progress(new PrintStream(screen, true), false);
    return new Runner(Effort.TRY, progress, stop, () -> machine).run("compare", List.of(questions));
  }

  @Test
  void all_questions_are_measured_in_their_order() {
    Results results = run(new FakeQuestion("one", () -> {}), new FakeQuestion("two", () -> {}));

    assertThat(results.complete()).isTrue();
    assertThat(results.answers()).extracting(Answer::question).containsExactly("one", "two");
    assertThat(results.answers()).allMatch(answer -> answer.complete() && answer.notes().isEmpty());
    assertThat(screen.toString()).contains("[1/2] one").contains("[2/2] two");
  }

  @Test
  void an_interrupted_question_keeps_what_it_noted_and_the_next_is_not_begun() {
    FakeQuestion waits =
        new FakeQuestion(
            "one",
            () -> {
              stop.now();
              Thread.sleep(60_000);
            });

    Results results = run(waits, new FakeQuestion("two", () -> {}));

    assertThat(results.complete()).isFalse();
    Answer only = results.answers().getFirst();
    assertThat(results.answers()).hasSize(1);
    assertThat(only.complete()).isFalse();
    assertThat(only.figures().getFirst().at("c", "here")).isPresent();
    assertThat(only.notes())
        .containsExactly("Interrupted: what follows is what had been measured by then.");
  }

  @Test
  void a_program_that_died_of_the_same_interrupt_is_not_blamed() {
    FakeQuestion dies =
        new FakeQuestion(
            "one",
            () -> {
              stop.now();
              throw new IOException("nginx has ended");
            });

    Results results = run(dies);

    assertThat(results.answers().getFirst().notes().getFirst()).startsWith("Interrupted");
  }

  @Test
  void a_broken_question_keeps_what_it_noted_says_why_and_the_next_one_is_measured() {
    FakeQuestion breaks =
        new FakeQuestion(
            "one",
            () -> {
              throw new IOException("no space", new IOException("the disk is full"));
            });

    Results results = run(breaks, new FakeQuestion("two", () -> {}));

    assertThat(results.complete()).isFalse();
    assertThat(results.answers()).extracting(Answer::complete).containsExactly(false, true);
    assertThat(results.answers().getFirst().figures()).hasSize(1);
    assertThat(results.answers().getFirst().notes().getFirst())
        .contains("broke")
        .contains("no space")
        .contains("the disk is full");
  }
}
