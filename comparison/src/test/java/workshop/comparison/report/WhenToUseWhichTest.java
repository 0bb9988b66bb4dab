package workshop.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import workshop.comparison.result.Answer;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Results;

class WhenToUseWhichTest {

  private static final Path PAGE = Path.of("../docs/when-to-use-which.md");
  private static final Path REFERENCES = Path.of("reference");

  @Test
  void the_page_says_what_the_reference_run_measured() throws IOException {
    List<Path> references = references();
    if (references.isEmpty()) {
      assertThat(PAGE).as("a page of numbers without the run that they come from").doesNotExist();
      return;
    }
    assertThat(references).as("the page is made from one run").hasSize(1);
    Path reference = references.getFirst();
    Example.check(
        PAGE,
        WhenToUseWhich.page(
            ResultsFile.read(reference), "../comparison/reference/" + reference.getFileName()));
  }

  @Test
  void the_rows_of_the_guide_stand_apart_from_what_it_does_not_ask() {
    String page = WhenToUseWhich.page(Example.results(), "elsewhere.json");

    String guide =
        page.substring(
            page.indexOf("## What the guide says"), page.indexOf("## What the guide does not"));
    assertThat(guide)
        .contains(
            "| Excellent | **holds** |",
            "| No | **holds** |",
            "| Maybe, with care | **too close to tell** |")
        .doesNotContain("Many files at once");
    assertThat(page.substring(page.indexOf("## What the guide does not")))
        .contains("Many files at once");
    assertThat(page)
        .endsWith("(elsewhere.json), which hold the values of all runs and more figures.\n");
  }

  @Test
  void the_numbers_behind_a_row_of_the_guide_are_all_there_and_curves_of_others_are_not() {
    Results results = Example.results();

    String page = WhenToUseWhich.page(results, "elsewhere.json");

    List<String> shown = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Answer answer : results.answers()) {
      boolean row = answer.verdicts().stream().anyMatch(v -> !v.expected().isBlank());
      for (Figure figure : answer.figures()) {
        boolean table = figure.axis().kind() == Axis.Kind.NAMES;
        (row || table ? shown : leftOut).add("\n### " + figure.title() + "\n");
      }
    }
    assertThat(page).contains(shown);
    assertThat(leftOut).isNotEmpty().noneMatch(page::contains);
    assertThat(results.answers())
        .as("the example has a row of the guide with a curve")
        .anySatisfy(answer -> {
          assertThat(answer.verdicts()).anyMatch(v -> !v.expected().isBlank());
          assertThat(answer.figures()).anyMatch(f -> f.axis().kind() != Axis.Kind.NAMES);
        });
  }

  @Test
  void what_a_reader_must_know_about_the_run_is_not_left_out() {
    String page = WhenToUseWhich.page(Example.results(), "elsewhere.json");

    assertThat(page)
        .contains(
            "This run was interrupted.", "## How to read the numbers", "## Who could not take part")
        .contains("Invented: all files fit into the page cache.");
  }

  private static List<Path> references() throws IOException {
    if (!Files.isDirectory(REFERENCES)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(REFERENCES)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
