package workshop.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import workshop.comparison.result.Answer;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Machine;
import workshop.comparison.result.Results;
import workshop.comparison.result.Sample;
import workshop.comparison.result.Verdict;

class ChangeTextTest {

  private final Results example = Example.results();

  @Test
  void a_run_against_itself_has_changed_nothing() {
    Results complete =
        new Results(
            example.command(),
            example.started(),
            example.took(),
            true,
            example.machine(),
            example.answers(),
            example.absent());

    assertThat(changes(complete, complete))
        .contains("All verdicts are the same.")
        .contains(", 0 changed beyond the spread")
        .contains("0 are only in one of the two.")
        .doesNotContain("same conditions", "| better", "| worse");
  }

  @Test
  void a_median_that_moved_within_the_spread_has_not_changed() {
    Results now = times(1.01, "throughput-64", "bounded pool");

    assertThat(changes(example, now)).contains(", 0 changed beyond the spread");
  }

  @Test
  void
      a_median_beyond_the_spread_of_both_runs_is_shown_as_better_or_worse_by_what_its_metric_means() {
    assertThat(changes(example, times(3, "throughput-64", "Vert.x")))
        .contains(", 3 changed beyond the spread")
        .contains("| Write, then read: 64 in flight | 4 KiB, durable | Vert.x | ")
        .contains("operations/s (")
        .contains("| 3.0 × | **better** |")
        .doesNotContain("**worse**");
    assertThat(changes(example, times(3, "latency", "Vert.x")))
        .contains("| percentile 99.9 | Vert.x |");
    assertThat(changes(example, times(3, "startup", "Vert.x")))
        .contains("| 3.0 × | **worse** |")
        .doesNotContain("**better**");
  }

  @Test
  void what_was_measured_under_another_load_is_not_compared_and_is_named() {
    Results now = times(3, "throughput-64", "Vert.x");
    Results other =
        Example.with(
            now,
            answer ->
                new Answer(
                    answer.question(),
                    answer.asks(),
                    answer.figures().stream().map(ChangeTextTest::atAnotherRate).toList(),
                    answer.verdicts(),
                    answer.goals(),
                    answer.notes(),
                    answer.took(),
                    answer.complete()));

    assertThat(changes(example, other))
        .contains(", 0 changed beyond the spread")
        .contains(
            "- before Write, then read: 64 in flight, now Write, then read: at another rate (")
        .contains("0 are only in one of the two.");
    assertThat(changes(example, now)).doesNotContain("Not compared");
  }

  private static Figure atAnotherRate(Figure figure) {
    return figure.id().equals("throughput-64")
        ? new Figure(
            figure.id(),
            "Write, then read: at another rate",
            figure.metric(),
            figure.axis(),
            figure.lines())
        : figure;
  }

  @Test
  void where_files_are_is_no_condition_of_a_run_and_what_was_chosen_is() {
    String usual = "./workshop compare --json /some where/a.json --only one";
    String elsewhere = "./workshop compare --out b --only one --against a.json";

    assertThat(changes(typed(usual), typed(elsewhere))).doesNotContain("same conditions");
    assertThat(changes(typed(usual), typed("./workshop compare --full --json a.json")))
        .contains(
            "- Command: before ./workshop compare --only one, now ./workshop compare --full\n");
  }

  private Results typed(String command) {
    return new Results(
        command,
        example.started(),
        example.took(),
        true,
        example.machine(),
        example.answers(),
        example.absent());
  }

  @Test
  void a_place_that_is_a_number_is_told_with_what_it_counts() {
    assertThat(FigureText.placeWithLabel(new Axis(Axis.Kind.NAMES, "connections"), "64"))
        .isEqualTo("connections 64");
    assertThat(FigureText.placeWithLabel(new Axis(Axis.Kind.NAMES, "size"), "4 KiB"))
        .isEqualTo("4 KiB");
  }

  @Test
  void two_runs_are_too_few_to_call_something_changed() {
    UnaryOperator<Sample> once = sample -> new Sample(List.of(sample.max() * 9, sample.max() * 10));
    Results now = Example.with(example, "throughput-64", "Vert.x", once);

    assertThat(changes(example, now))
        .contains(", 0 changed beyond the spread")
        .contains("5 have fewer than 3 runs on one side, too few to tell");
  }

  @Test
  void chance_alone_sets_few_runs_apart_more_often_than_many() {
    assertThat(Medians.apartByChance(3, 3)).isCloseTo(1 / 10.0, within(1e-9));
    assertThat(Medians.apartByChance(5, 5)).isCloseTo(1 / 126.0, within(1e-9));
    assertThat(Medians.apartByChance(3, 9)).isCloseTo(1 / 110.0, within(1e-9));
    assertThat(changes(example, example)).contains("chance alone would make it about 11.");
  }

  @Test
  void a_verdict_that_changed_is_shown_with_both() {
    UnaryOperator<Answer> refuted =
        answer ->
            new Answer(
                answer.question(),
                answer.asks(),
                answer.figures(),
                answer.verdicts().stream().map(ChangeTextTest::refuted).toList(),
                answer.goals(),
                answer.notes(),
                answer.took(),
                answer.complete());

    assertThat(changes(example, Example.with(example, refuted)))
        .contains("gains from asynchronous I/O | **holds** | **does not hold** |")
        .doesNotContain("| **does not hold** | **does not hold** |");
  }

  @Test
  void a_question_that_only_one_of_the_two_has_is_counted_and_its_verdict_shown() {
    Results less =
        new Results(
            example.command(),
            example.started(),
            example.took(),
            example.complete(),
            example.machine(),
            example.answers().subList(0, 4),
            example.absent());

    assertThat(changes(example, less))
        .contains("7 are only in one of the two.")
        .contains("100 downloads gain from asynchronous I/O | **does not hold** | – |");
    assertThat(changes(less, example))
        .contains("100 downloads gain from asynchronous I/O | – | **does not hold** |");
  }

  @Test
  void another_machine_is_said_before_its_numbers() {
    Machine machine = example.machine();
    Machine other =
        new Machine(
            machine.operatingSystem(),
            "another processor",
            16,
            machine.memoryBytes(),
            machine.jdk(),
            machine.fileSystem(),
            Map.of("Vert.x", "0.1"));
    Results now =
        new Results(
            example.command(),
            example.started(),
            example.took(),
            example.complete(),
            other,
            example.answers(),
            example.absent());

    assertThat(changes(example, now))
        .contains("were not made under the same conditions")
        .contains("- Processors: before 2, now 16")
        .contains("- Vert.x: before 0.0-example, now 0.1");
  }

  private static Verdict refuted(Verdict verdict) {
    return verdict.judgment() == Verdict.Judgment.HOLDS
        ? new Verdict(
            verdict.claim(),
            verdict.expected(),
            Verdict.Judgment.DOES_NOT_HOLD,
            verdict.rule(),
            verdict.because())
        : verdict;
  }

  private Results times(double factor, String figure, String contender) {
    return Example.with(
        example,
        figure,
        contender,
        sample -> new Sample(sample.runs().stream().map(value -> value * factor).toList()));
  }

  private static String changes(Results earlier, Results now) {
    return MarkdownReport.of(ChangeText.of(earlier, now));
  }
}
