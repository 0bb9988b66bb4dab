package workshop.comparison.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Contender.Kind;
import workshop.comparison.result.Goal;
import workshop.comparison.result.Metric;
import workshop.comparison.result.Verdict;
import workshop.comparison.result.Verdict.Judgment;
import workshop.comparison.run.Notes;

class ConclusionsTest {

  private static final Contender TOKIO = new Contender(Field.TOKIO, Kind.PEER, "how");

  private final Notes notes = new Notes(_ -> {});

  private void measured(String figure, Contender contender, double... values) {
    var page =
        notes.figure(
            figure, figure, new Metric("t", "operations/s", true), new Axis(Axis.Kind.NAMES, "s"));
    for (double value : values) {
      page.add(contender, WriteThenRead.SMALL, value);
    }
  }

  private Verdict durable() {
    return new Conclusions(notes.figures()).verdicts().getFirst();
  }

  private Goal goal(String text) {
    return new Conclusions(notes.figures())
        .goals().stream().filter(goal -> goal.text().startsWith(text)).findFirst().orElseThrow();
  }

  @Test
  void twice_as_much_holds_and_names_both_sides() {
    measured(WriteThenRead.DURABLE, Field.BLOCKING, 100, 110, 120);
    measured(WriteThenRead.DURABLE, Field.POOL, 210, 220, 300);
    measured(WriteThenRead.DURABLE, Field.VERTX, 130, 140, 150);

    assertThat(durable().judgment()).isEqualTo(Judgment.HOLDS);
    assertThat(durable().because())
        .isEqualTo(
            "bounded pool 220/s (3 runs), blocking, in turn 110/s (3 runs): 2.1 times."
                + " The least of them, Vert.x 140/s (3 runs): 1.3 times.");
  }

  @Test
  void a_number_whose_runs_lie_far_apart_is_called_unstable_where_it_decides() {
    measured(WriteThenRead.DURABLE, Field.BLOCKING, 10, 20, 21);
    measured(WriteThenRead.DURABLE, Field.POOL, 150, 220, 300);

    assertThat(durable().because())
        .startsWith("bounded pool 220/s (3 runs), blocking, in turn 20.0/s (3 runs, unstable)");
  }

  @Test
  void less_than_twice_as_much_holds_in_part() {
    measured(WriteThenRead.DURABLE, Field.BLOCKING, 100);
    measured(WriteThenRead.DURABLE, Field.POOL, 150);

    assertThat(durable().judgment()).isEqualTo(Judgment.HOLDS_IN_PART);
  }

  @Test
  void what_disturbs_a_round_disturbs_both_sides_and_changes_nothing() {
    measured(WriteThenRead.DURABLE, Field.BLOCKING, 100, 20, 110);
    measured(WriteThenRead.DURABLE, Field.POOL, 220, 44, 250);

    assertThat(durable().judgment()).isEqualTo(Judgment.HOLDS);
  }

  @Test
  void a_round_in_four_may_say_otherwise_and_a_round_in_three_may_not() {
    measured(WriteThenRead.DURABLE, Field.BLOCKING, 100, 100, 100, 100);
    measured(WriteThenRead.DURABLE, Field.POOL, 90, 220, 230, 240);
    assertThat(durable().judgment()).isEqualTo(Judgment.HOLDS);

    measured(WriteThenRead.SLOWED, Field.BLOCKING, 1, 1, 1);
    measured(WriteThenRead.SLOWED, Field.POOL, 1, 22, 23);
    assertThat(new Conclusions(notes.figures()).verdicts().get(1).judgment())
        .isEqualTo(Judgment.TOO_CLOSE);
  }

  @Test
  void hardly_more_does_not_hold() {
    measured(WriteThenRead.DURABLE, Field.BLOCKING, 100);
    measured(WriteThenRead.DURABLE, Field.POOL, 109);

    assertThat(durable().judgment()).isEqualTo(Judgment.DOES_NOT_HOLD);
  }

  @Test
  void a_tenth_more_from_the_page_cache_is_more() {
    measured(WriteThenRead.CACHED, Field.BLOCKING, 100, 100, 100);
    measured(WriteThenRead.CACHED, Field.POOL, 111, 120, 115);

    Verdict cached = new Conclusions(notes.figures()).verdicts().get(2);
    assertThat(cached.judgment()).isEqualTo(Judgment.HOLDS);
    assertThat(cached.rule()).contains("at least 1.1 times").doesNotContain("in part");
  }

  @Test
  void the_least_is_told_only_if_it_is_not_the_best_as_well() {
    measured(WriteThenRead.DURABLE, Field.BLOCKING, 100);
    measured(WriteThenRead.DURABLE, Field.POOL, 300);

    assertThat(durable().because()).endsWith(": 3.0 times.");
  }

  @Test
  void what_many_in_flight_gain_where_nothing_waits_is_put_down_to_the_cores() {
    measured(WriteThenRead.CACHED, Field.BLOCKING, 100);
    measured(WriteThenRead.CACHED, Field.POOL, 190);

    assertThat(cached(2).because()).endsWith(" that 2 cores work and not one.");
    assertThat(cached(1).because()).endsWith(": 1.9 times.");
  }

  private Verdict cached(int cores) {
    return new Conclusions(notes.figures(), cores).verdicts().get(2);
  }

  @Test
  void nothing_follows_from_nothing() {
    assertThat(new Conclusions(List.of()).verdicts())
        .allMatch(verdict -> verdict.judgment() == Judgment.NOT_MEASURED);
    assertThat(new Conclusions(List.of()).goals()).isNotEmpty().noneMatch(Goal::measured);
  }

  @Test
  void the_goals_against_tokio_look_at_the_slowest_and_at_the_best() {
    measured(WriteThenRead.CACHED, TOKIO, 100);
    measured(WriteThenRead.CACHED, Field.POOL, 210);
    measured(WriteThenRead.CACHED, Field.VERTX, 90);

    assertThat(goal("The slowest").reached()).isEqualTo(0.9);
    assertThat(goal("The slowest").met()).isFalse();
    assertThat(goal("The best against Tokio:").reached()).isEqualTo(2.1);
    assertThat(goal("The best against Tokio:").met()).isTrue();
  }

  @Test
  void rust_without_tokio_is_held_against_the_best_too() {
    measured(WriteThenRead.CACHED, TOKIO, 10);
    measured(WriteThenRead.CACHED, Field.RUST, 200);
    measured(WriteThenRead.CACHED, Field.POOL, 150);

    assertThat(goal("The best against Tokio:").met()).isTrue();
    assertThat(goal("The best against Rust's").met()).isFalse();
    assertThat(goal("The best against Rust's").reached()).isEqualTo(0.75);
  }

  @Test
  void who_can_be_beaten_is_a_reference_and_no_limit() {
    assertThat(List.of(Field.SYSTEM_CALLS, Field.IO_URING, Fio.FIO))
        .extracting(Contender::kind)
        .containsOnly(Kind.REFERENCE);
  }

  @Test
  void the_limit_may_be_a_quarter_faster_and_no_more() {
    measured(WriteThenRead.CACHED, Field.POOL, 100);
    measured(WriteThenRead.CACHED, Field.IO_URING, 130);

    assertThat(goal("Time per operation").reached()).isEqualTo(1.3);
    assertThat(goal("Time per operation").met()).isFalse();
  }

  @Test
  void a_goal_that_is_missed_shows_the_spread_of_both_sides() {
    measured(WriteThenRead.CACHED, TOKIO, 90, 100, 400);
    measured(WriteThenRead.CACHED, Field.POOL, 50, 60, 70);

    assertThat(goal("The best against Tokio:").because())
        .endsWith("0.60 times. The runs: 50.0 to 70.0 against 90.0 to 400.");
  }

  @Test
  void a_goal_that_is_met_by_less_than_its_spreads_says_so() {
    measured(WriteThenRead.CACHED, TOKIO, 90, 100, 110);
    measured(WriteThenRead.CACHED, Field.POOL, 190, 210, 230);
    assertThat(goal("The best against Tokio:").met()).isTrue();
    assertThat(goal("The best against Tokio:").because())
        .endsWith("The runs: 190 to 230 against 90.0 to 110: another run may turn this around.");
    assertThat(goal("The slowest").because()).endsWith(": 2.1 times.");
  }

  @Test
  void virtual_threads_are_too_close_where_the_rounds_disagree() {
    measured(WriteThenRead.SLOWED, Field.POOL, 1000, 1000, 1000);
    measured(WriteThenRead.SLOWED, Field.VIRTUAL, 600, 700, 801);

    assertThat(virtual(4).judgment()).isEqualTo(Judgment.TOO_CLOSE);
    assertThat(virtual(4).rule()).contains("too close");
  }

  @Test
  void virtual_threads_hold_in_part_where_they_do_half_of_it() {
    measured(WriteThenRead.SLOWED, Field.POOL, 1000, 1000, 1000);
    measured(WriteThenRead.SLOWED, Field.VIRTUAL, 501, 700, 799);

    assertThat(virtual(4).judgment()).isEqualTo(Judgment.HOLDS_IN_PART);
  }

  @Test
  void virtual_threads_that_keep_up_are_enough() {
    measured(WriteThenRead.SLOWED, Field.POOL, 900, 1000, 1100);
    measured(WriteThenRead.SLOWED, Field.VIRTUAL, 850, 950, 900);

    assertThat(virtual(4).judgment()).isEqualTo(Judgment.HOLDS);
  }

  @Test
  void the_verdict_on_virtual_threads_names_the_cores_that_it_depends_on() {
    measured(WriteThenRead.SLOWED, Field.POOL, 1000);
    measured(WriteThenRead.SLOWED, Field.VIRTUAL, 76);

    assertThat(virtual(4).because())
        .startsWith("virtual threads 76.0/s (1 run), bounded pool 1,000/s (1 run): 0.076 times.")
        .contains(" with 4 cores, and as many carriers:");
    assertThat(virtual(1).because()).contains(" with 1 core, and as many carriers:");
  }

  private Verdict virtual(int cores) {
    return new Conclusions(notes.figures(), cores).verdicts().getLast();
  }

  @Test
  void virtual_threads_that_freeze_on_a_slow_disk_are_not_enough() {
    measured(WriteThenRead.SLOWED, Field.POOL, 1000);
    measured(WriteThenRead.SLOWED, Field.VIRTUAL, 100);

    assertThat(new Conclusions(notes.figures()).verdicts().getLast().judgment())
        .isEqualTo(Judgment.DOES_NOT_HOLD);
  }
}
