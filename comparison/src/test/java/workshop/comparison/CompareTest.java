package workshop.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.comparison.result.Topic;
import workshop.comparison.run.Benchmark;
import workshop.comparison.run.FakeBenchmark;
import workshop.comparison.run.StopRequest;

class CompareTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final StopRequest stop = new StopRequest(Thread.currentThread());
  private final Benchmark quick = new FakeBenchmark(() -> {});
  private final Benchmark stopped =
      new FakeBenchmark(() -> {
        stop.make();
        Thread.sleep(60_000); // ends at once: the request interrupts it
      });

  private int run(String... typed) {
    return new Compare(
            new PrintStream(out, true),
            new PrintStream(err, true),
            false,
            Map.of(Topic.ONE_FILE, quick, Topic.HUGE_FILE, stopped),
            stop)
        .run(List.of(typed));
  }

  private int runOnly(String question) {
    return run(
        "--try",
        "--only",
        question,
        "--out",
        folder.toString(),
        "--json",
        folder.resolve("results.json").toString());
  }

  @Test
  void a_complete_run_writes_its_results_and_exits_with_0() {
    assertThat(runOnly("one-file")).isZero();
    assertThat(folder.resolve("results.json")).content().contains("\"ONE_FILE\"");
  }

  @Test
  void a_stopped_run_writes_its_results_so_far_and_exits_with_1() {
    assertThat(runOnly("huge-file")).isEqualTo(1);
    assertThat(folder.resolve("results.json"))
        .content()
        .contains("\"HUGE_FILE\"")
        .contains("INTERRUPTED");
  }

  @Test
  void help_lists_every_question() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains("--against FILE")
        .contains("one-file")
        .contains("huge-file");
  }

  @Test
  void an_unknown_argument_is_reported_in_one_sentence() {
    assertThat(run("--fast")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "compare has no option \"--fast\"; ./workshop compare --help lists all options."
                + System.lineSeparator());
  }

  @Test
  void an_unknown_question_is_answered_with_the_list_of_questions() {
    assertThat(run("--only", "slow")).isEqualTo(2);
    assertThat(err.toString()).contains("no topic \"slow\"").contains("one-file, huge-file");
  }

  @Test
  void an_option_without_a_value_is_reported_by_name() {
    assertThat(run("--only", "one-file", "--json")).isEqualTo(2);
    assertThat(err.toString()).contains("--json needs a value");
  }

  @Test
  void a_missing_baseline_file_is_reported_before_anything_is_measured() {
    assertThat(run("--try", "--against", folder.resolve("old.json").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("There is no file").contains("old.json");
  }

  @Test
  void a_missing_results_folder_is_reported_before_anything_is_measured() {
    assertThat(run("--try", "--json", folder.resolve("none/results.json").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("none is missing or read-only").doesNotContain("[1/2]");
  }

  @Test
  void results_of_a_quick_run_are_not_published() {
    runOnly("one-file");

    String results = folder.resolve("results.json").toString();
    int exitCode = run("--from", results, "--publish", "--out", folder.toString());

    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).contains("Not published").contains("--full");
  }

  @Test
  void every_topic_has_a_benchmark() {
    assertThat(Compare.BENCHMARKS).containsOnlyKeys(Topic.values());
  }
}
