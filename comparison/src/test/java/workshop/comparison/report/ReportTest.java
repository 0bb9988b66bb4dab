package workshop.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Remark;
import workshop.comparison.result.Results;
import workshop.comparison.result.Results.Measurement;
import workshop.comparison.result.ResultsFile;
import workshop.comparison.result.Topic;

class ReportTest {

  private static final Path ROOT = Path.of("..");

  @TempDir private Path folder;

  private static Results reference() throws IOException {
    return ResultsFile.read(ROOT.resolve(Report.REFERENCE));
  }

  private static Results with(Results results, Effort effort, boolean complete) {
    return new Results(
        results.command(),
        effort,
        results.started(),
        results.took(),
        complete,
        results.machine(),
        results.measurements());
  }

  /** -Dcomparison.page=write writes the page instead. */
  @Test
  void the_published_page_says_what_the_reference_run_measured() throws IOException {
    if ("write".equals(System.getProperty("comparison.page"))) {
      Report.writePage(reference(), ROOT);
    }
    for (Map.Entry<String, String> file : Report.page(reference()).entrySet()) {
      assertThat(ROOT.resolve("docs").resolve(file.getKey()))
          .as("made from the reference run; write it anew with -Dcomparison.page=write")
          .hasContent(file.getValue());
    }
  }

  @Test
  void the_page_and_its_first_screen_are_short() throws IOException {
    String page = Report.page(reference()).get("choosing.md");

    assertThat(words(page)).isLessThanOrEqualTo(1800);
    assertThat(words(page.substring(0, page.indexOf("!["))))
        .as("words before the first picture")
        .isLessThanOrEqualTo(170);
  }

  private static long words(String markdown) {
    return markdown
        .replaceAll("!?\\[([^]]*)]\\([^)]*\\)", "$1")
        .replaceAll("[|:\\-*#>]+", " ")
        .strip()
        .split("\\s+")
        .length;
  }

  @Test
  void every_picture_is_svg_with_a_title_and_a_unit() throws Exception {
    List<String> pictures = new ArrayList<>(Report.page(reference()).values());
    pictures.removeIf(each -> !each.startsWith("<svg"));

    assertThat(pictures).hasSize(1 + Topic.values().length);
    for (String each : pictures) {
      var svg =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(each.getBytes(StandardCharsets.UTF_8)));
      assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
      assertThat(each).containsAnyOf("times as fast", " is better");
    }
  }

  @Test
  void the_report_has_every_number_and_opens_with_a_picture() throws IOException {
    Path html = Report.write(reference(), Optional.empty(), folder);

    String text = Files.readString(html);
    assertThat(text.indexOf("<svg")).isBetween(0, text.indexOf("<table"));
    assertThat(text).doesNotContain("<script", "http://localhost");
    reference()
        .measurements()
        .forEach(
            each -> each.figures().forEach(figure -> assertThat(text).contains(figure.title())));
  }

  @Test
  void a_run_compared_with_itself_shows_no_change() throws IOException {
    assertThat(Changes.since(reference(), reference()))
        .contains("0 of them differ")
        .contains("same versions");
  }

  @Test
  void a_quick_an_incomplete_and_a_disturbed_run_are_not_published() throws IOException {
    Results quick = with(reference(), Effort.QUICK, true);
    Results incomplete = with(reference(), Effort.FULL, false);
    Results full = with(reference(), Effort.FULL, true);
    List<Measurement> measurements = new ArrayList<>(full.measurements());
    Measurement first = measurements.getFirst();
    measurements.set(
        0,
        new Measurement(
            first.topic(),
            first.took(),
            true,
            first.figures(),
            List.of(new Remark(Remark.Kind.BUSY, "", "42"))));
    Results disturbed =
        new Results(
            "", Effort.FULL, full.started(), full.took(), true, full.machine(), measurements);

    assertThatThrownBy(() -> Report.publish(quick, folder)).hasMessageContaining("--full");
    assertThatThrownBy(() -> Report.publish(incomplete, folder)).hasMessageContaining("complete");
    assertThatThrownBy(() -> Report.publish(disturbed, folder)).hasMessageContaining("42%");
    assertThat(folder).isEmptyDirectory();
    Files.createDirectories(folder.resolve(Report.REFERENCE).getParent());
    assertThat(Report.publish(full, folder)).isRegularFile();
  }

  @Test
  void remarks_about_the_run_come_first() throws IOException {
    Results incomplete = with(reference(), Effort.QUICK, false);

    assertThat(Report.page(incomplete).get("choosing.md").lines().limit(4))
        .anyMatch(line -> line.startsWith("> **") && line.contains("not complete"));
  }
}
