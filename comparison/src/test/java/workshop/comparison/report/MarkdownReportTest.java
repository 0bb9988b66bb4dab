package workshop.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import workshop.comparison.report.Block.Items;
import workshop.comparison.report.Block.Paragraph;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Line;
import workshop.comparison.result.Metric;
import workshop.comparison.result.Numbers;
import workshop.comparison.result.Point;
import workshop.comparison.result.Sample;

class MarkdownReportTest {

  @Test
  void the_example_gives_the_report_that_was_read_and_found_good() throws IOException {
    Example.check(
        Path.of("src/test/resources/workshop/comparison/report/example-report.md"),
        MarkdownReport.of(Text.of(Example.results(), Optional.empty())));
  }

  @Test
  void every_number_stands_with_its_unit_and_how_often_it_was_measured() {
    String report = MarkdownReport.of(Text.of(Example.results(), Optional.empty()));

    for (Figure figure : Example.figures(Example.results())) {
      String part = report.substring(report.indexOf("### " + figure.title()));
      assertThat(part).contains("Median, " + figure.metric().unit());
      for (Line line : figure.lines()) {
        for (Point point : line.points()) {
          assertThat(part.lines())
              .as("%s: %s at %s", figure.title(), line.contender().name(), point.at())
              .anyMatch(row ->
                  row.startsWith("| " + MarkdownReport.escape(point.at()) + " | ")
                      && row.contains(MarkdownReport.escape(line.contender().name()))
                      && row.contains(
                          " | %s | %s | %d | "
                              .formatted(
                                  Numbers.value(point.sample().median()),
                                  spread(point.sample()),
                                  point.sample().runs().size())));
        }
      }
    }
  }

  private static String spread(Sample sample) {
    String spread = FigureText.spread(sample);
    return sample.unstable() ? "**" + spread + "**" : spread;
  }

  @Test
  void runs_that_lie_far_apart_are_marked_and_others_are_not() {
    assertThat(rowOf(100, 150, 201)).contains("| 150 | **100 – 201, unstable** | 3 |");
    assertThat(rowOf(100, 150, 200)).contains("| 150 | 100 – 200 | 3 |");
    assertThat(rowOf(150)).contains("| 150 | – | 1 |");
  }

  @Test
  void a_ratio_with_a_single_run_is_no_surer_than_one_of_spreads_that_overlap() {
    assertThat(ratioOf(List.of(100.0, 101.0), List.of(150.0))).contains("| ≈ 1.5 × |");
    assertThat(ratioOf(List.of(100.0), List.of(60.0, 61.0))).contains("| ≈ 0.61 × |");
    assertThat(ratioOf(List.of(100.0), List.of(210.0))).contains("| 2.1 × |");
    assertThat(ratioOf(List.of(100.0), List.of(49.0))).contains("| 0.49 × |");
    assertThat(ratioOf(List.of(100.0, 101.0), List.of(150.0, 151.0))).contains("| 1.5 × |");
    assertThat(ratioOf(List.of(100.0, 160.0), List.of(150.0, 151.0))).contains("| ≈ 1.2 × |");
  }

  private static String ratioOf(List<Double> baseline, List<Double> other) {
    Figure figure =
        new Figure(
            "id",
            "title",
            new Metric("throughput", "files/s", true),
            new Axis(Axis.Kind.NAMES, "size"),
            List.of(line("one", baseline), line("other", other)));
    return MarkdownReport.of(List.of(FigureText.table(figure)));
  }

  private static Line line(String name, List<Double> runs) {
    Contender contender = new Contender(name, Contender.Kind.TECHNIQUE, "It is.");
    return new Line(contender, List.of(new Point("4 KiB", new Sample(runs))));
  }

  private static String rowOf(double... runs) {
    Contender one = new Contender("one", Contender.Kind.TECHNIQUE, "It is.");
    Sample sample = new Sample(DoubleStream.of(runs).boxed().toList());
    Figure figure =
        new Figure(
            "id",
            "title",
            new Metric("throughput", "files/s", true),
            new Axis(Axis.Kind.NAMES, "size"),
            List.of(new Line(one, List.of(new Point("4 KiB", sample)))));
    return MarkdownReport.of(List.of(FigureText.table(figure)));
  }

  @Test
  void text_from_elsewhere_stays_text() {
    assertThat(MarkdownReport.escape("<b> | `c` *d* [e](f) &amp; io_uring _g_ a\\b"))
        .isEqualTo("\\<b\\> \\| \\`c\\` \\*d\\* \\[e\\](f) \\&amp; io_uring \\_g\\_ a\\\\b");
    assertThat(MarkdownReport.escape("one\ntwo\r\n three")).isEqualTo("one two three");
  }

  @Test
  void text_at_the_start_of_a_line_becomes_no_heading_and_no_list() {
    assertThat(
            MarkdownReport.of(
                List.of(
                    new Paragraph("# one"),
                    new Paragraph("2. two"),
                    new Items(List.of("- three", "1.5 s")))))
        .isEqualTo(
            """
            \\# one

            2\\. two

            - \\- three
            - 1.5 s
            """);
  }
}
