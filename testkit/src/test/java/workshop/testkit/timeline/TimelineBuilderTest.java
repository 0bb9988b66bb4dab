package workshop.testkit.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import workshop.disk.DiskEvent;
import workshop.disk.EventThread;
import workshop.disk.Op;
import workshop.disk.Outcome;
import workshop.testkit.thread.CallLog;
import workshop.testkit.thread.Heartbeat;
import workshop.testkit.thread.ThreadSnapshot;

class TimelineBuilderTest {

  private static final EventThread CALLER = new EventThread(1, "caller", false, false);
  private static final EventThread POOL = new EventThread(2, "pool-1", false, false);

  private final TimelineBuilder timeline = new TimelineBuilder(1_000, 2_000, 1);

  @Test
  void a_blocking_caller_is_never_free() {
    timeline.addCall(call(1, "caller", 1_000, 2_000));
    timeline.addOperation(operation(Op.READ, CALLER, 1_200, 1_900));

    Timeline drawn = timeline.build();

    assertThat(drawn.lanes())
        .containsExactly(
            new Lane(
                Lane.Kind.CALLER,
                "caller",
                1,
                List.of(
                    new Interval(Activity.CALL, 0, 200, "read()"),
                    new Interval(Activity.FILE_OPERATION, 200, 900, "READ a.txt"),
                    new Interval(Activity.CALL, 900, 1_000, "read()")),
                List.of()));
    assertThat(drawn.callerFreeShare()).isZero();
  }

  @Test
  void a_caller_that_hands_over_is_free_while_the_pool_thread_is_in_the_operation() {
    timeline.addOperation(operation(Op.READ, POOL, 1_100, 1_900));
    timeline.addCall(call(1, "caller", 1_000, 1_100));

    Timeline drawn = timeline.build();

    assertThat(drawn.lanes()).extracting(Lane::name).containsExactly("caller", "pool-1");
    assertThat(drawn.callerFreeShare()).isEqualTo(0.9);
  }

  @Test
  void a_recorded_wait_covers_the_call_around_it() {
    timeline.addCall(call(1, "caller", 1_000, 2_000));
    timeline.add(sample(1, "caller", Activity.WAITING, 1_500, 1_700));

    assertThat(timeline.build().lanes().getFirst().intervals())
        .extracting(Interval::activity)
        .containsExactly(Activity.CALL, Activity.WAITING, Activity.CALL);
  }

  @Test
  void what_the_test_does_between_two_calls_counts_as_free() {
    timeline.addCall(call(1, "main", 1_000, 1_100));
    timeline.add(sample(1, "main", Activity.WAITING, 1_050, 2_000));

    Lane caller = timeline.build().caller().orElseThrow();

    assertThat(caller.name()).isEqualTo("caller");
    assertThat(caller.intervals())
        .extracting(Interval::activity)
        .containsExactly(Activity.CALL, Activity.WAITING, Activity.FREE);
    assertThat(caller.nanos(Activity.WAITING)).isEqualTo(50);
  }

  @Test
  void spans_that_ended_before_the_start_are_not_drawn() {
    timeline.addOperation(operation(Op.WRITE, POOL, 100, 900));

    assertThat(timeline.build().lanes()).isEmpty();
  }

  @Test
  void spans_that_reach_beyond_the_timeline_are_clipped() {
    timeline.addOperation(operation(Op.WRITE, POOL, 900, 1_100));
    timeline.addOperation(inFlight(Op.READ, POOL, 1_500));

    assertThat(timeline.build().lanes().getFirst().intervals())
        .extracting(Interval::from, Interval::to)
        .containsExactly(tuple(0L, 100L), tuple(500L, 1_000L));
  }

  @Test
  void virtual_threads_share_one_lane_that_counts_them() {
    timeline.addOperation(operation(Op.READ, new EventThread(7, "", true, true), 1_100, 1_300));
    timeline.addOperation(operation(Op.READ, new EventThread(8, "", true, true), 1_200, 1_400));

    Lane lane = timeline.build().lanes().getFirst();

    assertThat(lane.kind()).isEqualTo(Lane.Kind.VIRTUAL);
    assertThat(lane.name()).isEqualTo("2 virtual threads");
    assertThat(lane.threads()).isEqualTo(2);
  }

  @Test
  void a_thread_that_only_idled_is_not_drawn_and_a_heartbeat_is() {
    timeline.add(sample(3, "idle", Activity.FREE, 1_000, 2_000));
    timeline.addTick(new Heartbeat.Tick(4, "loop", 1_250));

    assertThat(timeline.build().lanes())
        .containsExactly(new Lane(Lane.Kind.WORKER, "loop", 1, List.of(), List.of(250L)));
  }

  private static CallLog.Entry call(long id, String thread, long from, long to) {
    return new CallLog.Entry("read()", id, thread, from, to);
  }

  private static ThreadSampler.Sample sample(
      long id, String name, Activity activity, long from, long to) {
    ThreadSnapshot thread =
        new ThreadSnapshot(id, name, false, false, Thread.State.WAITING, List.of());
    return new ThreadSampler.Sample(thread, activity, from, to, "");
  }

  private static DiskEvent operation(Op op, EventThread thread, long from, long to) {
    return event(op, thread, from, to, new Outcome.Done());
  }

  private static DiskEvent inFlight(Op op, EventThread thread, long from) {
    return event(op, thread, from, Long.MAX_VALUE, new Outcome.InFlight());
  }

  private static DiskEvent event(Op op, EventThread thread, long from, long to, Outcome outcome) {
    return new DiskEvent(
        1, op, Path.of("a.txt"), null, Set.of(), 0, 0, 0, false, thread, 0, from, to, outcome);
  }
}
