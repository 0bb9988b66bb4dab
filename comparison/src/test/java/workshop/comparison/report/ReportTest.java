package workshop.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.comparison.result.Answer;
import workshop.comparison.result.Results;

class ReportTest {

  private static final String CHANGES = "What has changed";

  @TempDir Path directory;

  @Test
  void three_files_are_written_and_nothing_else() throws IOException {
    Path to = directory.resolve("not there yet");

    List<Path> files = Report.write(Example.results(), Optional.empty(), to);

    assertThat(files)
        .containsExactly(
            to.resolve("report.html"), to.resolve("report.md"), to.resolve("results.json"));
    try (var all = Files.list(to)) {
      assertThat(all).containsExactlyInAnyOrderElementsOf(files);
    }
    assertThat(ResultsFile.read(files.get(2))).isEqualTo(Example.results());
    assertThat(files.get(1)).content().doesNotContain(CHANGES);
  }

  @Test
  void an_earlier_run_adds_what_has_changed_to_both() throws IOException {
    Results results = Example.results();

    List<Path> files = Report.write(results, Optional.of(results), directory);

    assertThat(files.get(0)).content().contains(CHANGES);
    assertThat(files.get(1)).content().contains(CHANGES);
  }

  @Test
  void a_machine_that_was_not_calm_is_told_before_the_first_verdict() throws IOException {
    Results example = Example.results();
    Answer first = example.answers().getFirst();
    Answer disturbed =
        new Answer(
            first.question(),
            first.asks(),
            first.figures(),
            first.verdicts(),
            first.goals(),
            List.of("The machine was not calm: just before this was measured, others were busy."),
            first.took(),
            first.complete());
    Results results =
        new Results(
            example.command(),
            example.started(),
            example.took(),
            true,
            example.machine(),
            List.of(disturbed),
            List.of());

    List<Path> files = Report.write(results, Optional.empty(), directory);

    assertThat(files.get(1))
        .content()
        .containsSubsequence("before these were measured: " + first.question(), "## Verdicts");
    assertThat(Text.cautions(example)).asString().doesNotContain("busy");
  }

  @Test
  void an_interrupted_run_without_any_answer_is_a_report_too() throws IOException {
    Results example = Example.results();
    Results nothing =
        new Results(
            example.command(),
            example.started(),
            example.took(),
            false,
            example.machine(),
            List.of(),
            List.of());

    List<Path> files = Report.write(nothing, Optional.empty(), directory);

    assertThat(files.get(1))
        .content()
        .contains("This run was interrupted.", "Nothing was measured");
  }
}
