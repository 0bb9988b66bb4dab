package workshop.comparison.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import workshop.comparison.question.Notebook;
import workshop.comparison.result.Figure;
import workshop.comparison.rows.StaticFilesMeasurement.Measured;
import workshop.comparison.run.Notes;

class ServerPagesTest {

  private final Notes notes = new Notes(_ -> {});
  private final Histogram health = new Histogram(3);

  private static ServerPages pages(Notebook notebook, int probes) {
    return new ServerPages(notebook, "slow-", "slow disk", probes, probes);
  }

  private void answersAfterMillis(int first, int last) {
    for (int millis = first; millis <= last; millis++) {
      health.recordValue(millis * 1000);
    }
  }

  private Measured run(double perSecond, long timedOut) {
    return new Measured(64, new Traffic.Seen(perSecond, 5, timedOut), health);
  }

  private double measured(String figure) {
    Figure found = Figure.find(notes.figures(), figure).orElseThrow();
    return found.at(StaticFiles.NGINX.name(), "64").orElseThrow().median();
  }

  @Test
  void a_hundred_questions_for_health_make_a_p99() {
    answersAfterMillis(1, 100);

    pages(notes, 100).add(StaticFiles.NGINX, run(1000, 0));

    assertThat(measured("slow-throughput")).isEqualTo(1000);
    assertThat(measured("slow-latency")).isEqualTo(5);
    assertThat(measured("slow-health-p99")).isBetween(99.0, 99.5);
    assertThat(notes.figures().getLast().title()).startsWith("99 of 100 answers of");
  }

  @Test
  void fewer_questions_make_less_and_say_so() {
    answersAfterMillis(1, 20);

    pages(notes, 20).add(StaticFiles.NGINX, run(1000, 0));

    assertThat(measured("slow-health-p90")).isBetween(18.0, 18.5);
    assertThat(notes.figures().getLast().title()).startsWith("9 of 10 answers of");
    assertThat(notes.figures().getLast().metric().name()).isEqualTo("p90 latency");
    assertThat(said()).contains("/health is asked 20 times in each run, so its p90");
  }

  @Test
  void a_run_in_which_no_file_arrived_is_left_out_and_told() {
    answersAfterMillis(1, 20);

    pages(notes, 20).add(StaticFiles.NGINX, run(0, 3));

    assertThat(notes.figures()).extracting(Figure::id).containsExactly("slow-health-p90");
    assertThat(said()).contains("nginx: no file arrived", "no answer to 3 of its requests");
  }

  private String said() {
    return String.join("\n", notes.answer(new StaticFiles(), Duration.ZERO, true).notes());
  }
}
