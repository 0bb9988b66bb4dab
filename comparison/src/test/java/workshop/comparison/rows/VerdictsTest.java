package workshop.comparison.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import workshop.comparison.question.Question;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Goal;
import workshop.comparison.result.Line;
import workshop.comparison.result.Metric;
import workshop.comparison.result.Point;
import workshop.comparison.result.Sample;
import workshop.comparison.result.Verdict;
import workshop.comparison.result.Verdict.Judgment;

/** What the rules make of figures that nobody measured. */
class VerdictsTest {

  private final List<Line> lines = new ArrayList<>();

  private void line(String contender, String place, double... runs) {
    lines.add(
        new Line(
            new Contender(contender, Contender.Kind.TECHNIQUE, "Somehow."),
            List.of(new Point(place, new Sample(DoubleStream.of(runs).boxed().toList())))));
  }

  private Figure figure(String id) {
    Figure figure =
        new Figure(
            id,
            id,
            new Metric("time", "ms", false),
            new Axis(Axis.Kind.NAMES, "place"),
            List.copyOf(lines));
    lines.clear();
    return figure;
  }

  private static Verdict verdict(Question question, Figure... figures) {
    return question.verdicts(List.of(figures)).getFirst();
  }

  private Figure downloads(double sequential, double pool, double async, double curl) {
    line("sequential", "all files", sequential);
    line("pool of 16 threads", "all files", pool, pool, pool);
    line("HttpClient, asynchronous", "all files", async, async, async);
    line("curl --parallel", "all files", curl, curl, curl);
    return figure("time");
  }

  @Test
  void downloads_that_wait_together_are_excellent() {
    Verdict verdict = verdict(new HundredDownloads(), downloads(5200, 400, 100, 100));

    assertThat(verdict.judgment()).isEqualTo(Judgment.HOLDS);
    assertThat(verdict.because())
        .isEqualTo(
            "Sequential takes 52 times as long as HttpClient, asynchronous (1 run against 3); a pool"
                + " of 16 threads 4.0 times (3 runs).");
  }

  @Test
  void a_thread_for_each_download_is_told_and_decides_nothing() {
    lines.addAll(downloads(5200, 400, 100, 100).lines());
    line("pool of 100 threads", "all files", 90, 90, 90);
    line("virtual threads", "all files", 95, 95, 95);
    Verdict verdict = verdict(new HundredDownloads(), figure("time"));

    assertThat(verdict.judgment()).isEqualTo(Judgment.HOLDS);
    assertThat(verdict.because())
        .endsWith(
            "threads that wait together as well, in a pool of 100 threads, 0.90 times (3 runs);"
                + " virtual threads 0.95 times (3 runs).");
  }

  @Test
  void downloads_that_win_nothing_over_a_pool_are_so_in_part() {
    assertThat(verdict(new HundredDownloads(), downloads(5200, 100, 100, 100)).judgment())
        .isEqualTo(Judgment.HOLDS_IN_PART);
    assertThat(verdict(new HundredDownloads(), downloads(100, 100, 100, 100)).judgment())
        .isEqualTo(Judgment.DOES_NOT_HOLD);
  }

  @Test
  void downloads_are_to_be_as_fast_as_curl() {
    Goal met = new HundredDownloads().goals(List.of(downloads(5200, 400, 119, 100))).getFirst();
    Goal missed = new HundredDownloads().goals(List.of(downloads(5200, 400, 130, 100))).getFirst();

    assertThat(met.met()).isTrue();
    assertThat(missed.met()).isFalse();
    assertThat(missed.because())
        .isEqualTo("HttpClient, asynchronous: 130 ms (3 runs), curl --parallel: 100 ms (3 runs)");
  }

  private Figure tool(double plain, double virtual, double pool, double... vertx) {
    line("java.nio", "the answer is printed", plain, plain, plain, plain);
    line("virtual thread", "the answer is printed", virtual, virtual, virtual, virtual);
    line("CompletableFuture and pool", "the answer is printed", pool, pool, pool, pool);
    line("Vert.x", "the answer is printed", vertx);
    return figure("time");
  }

  @Test
  void a_config_tool_needs_no_runtime() {
    assertThat(verdict(new ConfigTool(), tool(60, 62, 61, 400, 410, 420, 400)).judgment())
        .isEqualTo(Judgment.HOLDS);
  }

  @Test
  void a_runtime_that_ends_late_is_not_judged_by_its_end() {
    line("java.nio", "the process has ended", 60, 60, 60, 60);
    line("Vert.x", "the process has ended", 1200, 1200, 1200, 1200);
    Verdict late = verdict(new ConfigTool(), tool(60, 62, 61, 61, 60, 60, 62));

    assertThat(late.judgment()).isEqualTo(Judgment.HOLDS_IN_PART);
  }

  @Test
  void both_times_of_a_runtime_are_told() {
    Figure printed = tool(60, 62, 61, 400, 410, 420, 400);
    lines.addAll(printed.lines());
    line("java.nio", "the process has ended", 60, 60, 60, 60);
    line("Vert.x", "the process has ended", 1200, 1200, 1200, 1200);

    assertThat(verdict(new ConfigTool(), figure("time")).because())
        .contains(
            "Vert.x has the answer after 6.8 times the time of java.nio",
            "until Vert.x has ended it is 20 times");
  }

  @Test
  void a_runtime_that_costs_nothing_contradicts_the_guide_in_part() {
    assertThat(verdict(new ConfigTool(), tool(60, 62, 61, 61, 60, 60, 62)).judgment())
        .isEqualTo(Judgment.HOLDS_IN_PART);
    assertThat(verdict(new ConfigTool(), tool(60, 40, 40, 40, 40, 40, 40)).judgment())
        .isEqualTo(Judgment.DOES_NOT_HOLD);
  }

  @Test
  void rounds_that_contradict_each_other_are_too_close() {
    assertThat(verdict(new ConfigTool(), tool(60, 62, 61, 90, 60, 90, 60)).judgment())
        .isEqualTo(Judgment.TOO_CLOSE);
  }

  private Figure huge(double sequential, double async, double parallel) {
    line("sequential", "whole file", sequential, sequential, sequential);
    line("asynchronous reads", "whole file", async, async, async);
    line("parallel", "whole file", parallel, parallel, parallel);
    line("read-ahead pipeline", "whole file", parallel, parallel, parallel + 10);
    return figure("time");
  }

  @Test
  void heavy_work_wants_cores_and_not_asynchronous_reads() {
    assertThat(verdict(new HugeFile(), huge(800, 750, 420)).judgment()).isEqualTo(Judgment.HOLDS);
    assertThat(verdict(new HugeFile(), huge(800, 750, 800)).judgment())
        .isEqualTo(Judgment.HOLDS_IN_PART);
    assertThat(verdict(new HugeFile(), huge(800, 400, 800)).judgment())
        .isEqualTo(Judgment.DOES_NOT_HOLD);
  }

  private Figure[] server(double slowHealth, double slowThroughput, double cached) {
    String slow = "" + StaticFiles.GUESTS_OF_SLOW_DISK;
    line(StaticFiles.BLOCKED_LOOP.name(), slow, 1500, 1500);
    line(StaticFiles.FILE_SERVER.name(), slow, slowHealth, slowHealth);
    Figure health = figure("slow-health-p99");
    line(StaticFiles.BLOCKED_LOOP.name(), slow, 100, 100);
    line(StaticFiles.FILE_SERVER.name(), slow, slowThroughput, slowThroughput);
    Figure slowFiles = figure("slow-throughput");
    line(StaticFiles.BOUNDED_POOL.name(), StaticFiles.FEW, 20_000, 20_000);
    line(StaticFiles.NGINX.name(), StaticFiles.FEW, 30_000, 30_000);
    lines.add(
        new Line(
            StaticFiles.FILE_SERVER,
            List.of(
                new Point(StaticFiles.FEW, new Sample(List.of(cached, cached))),
                new Point("1024", new Sample(List.of(16_000.0))))));
    return new Figure[] {health, slowFiles, figure("throughput")};
  }

  @Test
  void a_server_whose_guests_do_not_wait_for_each_other_is_excellent() {
    assertThat(verdict(new StaticFiles(), server(20, 1100, 20_000)).judgment())
        .isEqualTo(Judgment.HOLDS);
  }

  @Test
  void a_server_that_is_slow_with_cached_files_is_so_in_part() {
    assertThat(verdict(new StaticFiles(), server(20, 1100, 5_000)).judgment())
        .isEqualTo(Judgment.HOLDS_IN_PART);
  }

  @Test
  void a_server_that_is_no_better_than_a_blocked_one_is_not_excellent() {
    assertThat(verdict(new StaticFiles(), server(1400, 100, 40_000)).judgment())
        .isEqualTo(Judgment.HOLDS_IN_PART);
    assertThat(verdict(new StaticFiles(), server(1400, 100, 5_000)).because())
        .startsWith("On the slow disk the time of /health is 0.93 times the blocking handler's");
  }

  @Test
  void what_threads_that_block_do_as_well_is_told_and_decides_nothing() {
    Figure[] measured = server(20, 1100, 20_000);
    lines.addAll(measured[1].lines());
    line(StaticFiles.BOUNDED_POOL.name(), "" + StaticFiles.GUESTS_OF_SLOW_DISK, 5500, 5500);
    measured[1] = figure("slow-throughput");
    lines.addAll(measured[2].lines());
    line(StaticFiles.BLOCKED_LOOP.name(), StaticFiles.FEW, 80_000, 80_000);
    measured[2] = figure("throughput");
    Verdict verdict = verdict(new StaticFiles(), measured);

    assertThat(verdict.judgment()).isEqualTo(Judgment.HOLDS);
    assertThat(verdict.because())
        .endsWith(
            "on the slow disk the throughput is 0.20 times that of the bounded pool, which blocks in"
                + " as many threads (2 runs); with cached files it is 0.25 times the blocking"
                + " handler's (2 runs).");
  }

  @Test
  void a_goal_that_is_met_by_less_than_its_spreads_says_so() {
    lines.addAll(downloads(5200, 400, 119, 100).lines().subList(0, 3));
    line("curl --parallel", "all files", 90, 100, 110);
    Goal close = new HundredDownloads().goals(List.of(figure("time"))).getFirst();
    Goal clear = new HundredDownloads().goals(List.of(downloads(5200, 400, 90, 100))).getFirst();

    assertThat(close.met()).isTrue();
    assertThat(close.because())
        .endsWith(". The runs: 119 to 119 against 90.0 to 110: another run may turn this around.");
    assertThat(clear.because()).endsWith("(3 runs)");
  }

  @Test
  void of_few_answers_no_p99_is_claimed() {
    Figure[] measured = server(20, 1100, 20_000);
    Figure health = measured[0];
    measured[0] =
        new Figure(
            Tail.MAXIMUM.id("slow-health"),
            health.title(),
            new Metric("maximum latency", "ms", false),
            health.axis(),
            health.lines());

    assertThat(verdict(new StaticFiles(), measured).because())
        .startsWith("On the slow disk the maximum latency of /health is");
    assertThat(new StaticFiles().goals(List.of(measured)).getLast().text())
        .startsWith("On a slow disk the maximum latency of");
  }

  @Test
  void the_server_has_two_goals() {
    List<Goal> good = new StaticFiles().goals(List.of(server(20, 1100, 22_000)));
    List<Goal> bad = new StaticFiles().goals(List.of(server(60, 1100, 12_000)));

    assertThat(good).hasSize(2).allMatch(Goal::met);
    assertThat(bad).hasSize(2).noneMatch(Goal::met).allMatch(Goal::measured);
  }
}
