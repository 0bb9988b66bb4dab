package workshop.testkit.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailureReportTest {

  private final Diagnosis failure =
      Diagnosis.observed("the read of a.txt came too late\non thread main")
          .means("a caller waits")
          .nextStep("read first");

  @Test
  void a_report_is_data() {
    FailureReport report = failure.readOn("docs/02").evidence("On the disk", 7).report();

    assertThat(report.observed()).isEqualTo("The read of a.txt came too late\non thread main.");
    assertThat(report.meaning()).isEqualTo("A caller waits.");
    assertThat(report.nextStep()).isEqualTo("Read first.");
    assertThat(report.readOn()).isEqualTo("docs/02");
    assertThat(report.evidence()).containsExactly(new FailureReport.Evidence("On the disk", "7"));
  }

  @Test
  void the_titles_of_a_printed_report_are_aligned() {
    assertThat(failure.readOn("docs/02").evidence("On the disk", 7))
        .hasMessage(
            """
            What happened  The read of a.txt came too late
                           on thread main.
            What it means  A caller waits.
            What to do     Read first.
            Read on        docs/02

            On the disk
            7\
            """);
  }

  @Test
  void a_file_name_and_a_call_keep_their_lower_case_and_a_question_its_mark() {
    assertThat(Diagnosis.observed("a.txt is there?").means("read() waits").nextStep("go").report())
        .extracting(FailureReport::observed, FailureReport::meaning)
        .containsExactly("a.txt is there?", "read() waits.");
  }

  @Test
  void a_list_and_a_quoted_name_at_the_end_get_a_period_too() {
    assertThat(
            Diagnosis.observed("it left [a.txt]")
                .means("by \"reader\"")
                .nextStep("go (on)")
                .report())
        .extracting(FailureReport::observed, FailureReport::meaning, FailureReport::nextStep)
        .containsExactly("It left [a.txt].", "By \"reader\".", "Go (on).");
  }

  @Test
  void a_long_line_is_cut_and_the_lines_below_it_are_kept() {
    String cut = FailureReport.shortened("x".repeat(300_000) + "\nbelow");

    assertThat(cut)
        .hasSizeLessThan(2_100)
        .contains("x ... 298000 more characters are cut")
        .endsWith("\nbelow");
    assertThat(FailureReport.shortened("a line\n".repeat(100_000)))
        .hasSizeLessThan(17_000)
        .endsWith("characters are cut");
  }

  @Test
  void no_surrogate_pair_is_split() {
    String cut = FailureReport.shortened("a" + "😀".repeat(2_000));

    assertThat(UTF_8.newEncoder().canEncode(cut)).isTrue();
  }

  @Test
  void a_copy_keeps_stack_cause_and_suppressed_errors() {
    IOException cause = new IOException("full");
    failure.addSuppressed(new IllegalStateException());

    Diagnosis copy = failure.because(cause).evidence("Facts", "x");

    assertThat(copy).hasCause(cause);
    assertThat(copy.getSuppressed()).hasSize(1);
    assertThat(copy.getStackTrace()).isEqualTo(failure.getStackTrace());
  }
}
