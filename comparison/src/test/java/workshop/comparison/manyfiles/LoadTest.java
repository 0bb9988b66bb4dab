package workshop.comparison.manyfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import workshop.comparison.manyfiles.Case.Mode;

class LoadTest {

  private static final Path FOLDER = Path.of("unused");
  private static final int SIZE = 8;

  /** A technique that does only what the test says. */
  private interface Fake extends Technique {
    @Override
    default void close() {}
  }

  private static Case closed(int inFlight, long most) {
    Duration window = Duration.ofMinutes(1);
    return new Case(Mode.CACHED, SIZE, inFlight, window, window, 0, most, 0);
  }

  private static Reply run(Fake technique, Case wanted) throws Exception {
    return Reply.parse(new Load(technique, FOLDER, wanted).run());
  }

  @Test
  void a_case_can_be_written_as_a_line_and_parsed_again() {
    Case wanted =
        new Case(Mode.DURABLE, 4096, 64, Duration.ofMillis(120), Duration.ofMillis(600), 50, 77, 9);

    assertThat(Case.parse(wanted.asLine())).isEqualTo(wanted);
  }

  @Test
  void a_window_lasts_until_it_has_enough_samples_but_not_forever() {
    Duration window = Duration.ofNanos(100);
    Case wanted = Case.closed(Mode.CACHED, SIZE, 4, window).withAtLeast(50, Duration.ofNanos(500));

    assertThat(wanted.hasRoomFor(1_000_000, 99)).as("the window is open").isTrue();
    assertThat(wanted.hasRoomFor(49, 100)).as("it is over, but too few").isTrue();
    assertThat(wanted.hasRoomFor(50, 100)).as("it is over, and these are enough").isFalse();
    assertThat(wanted.hasRoomFor(49, 500)).as("too few, but it takes too long").isFalse();
    assertThat(wanted.hasRoomFor(3, 500)).as("the first of each in flight").isTrue();
    assertThat(Case.closed(Mode.CACHED, SIZE, 4, window).hasRoomFor(4, 100))
        .as("as said")
        .isFalse();
  }

  @Test
  void a_hundred_thousand_operations_that_end_at_once_do_not_overflow_the_stack() throws Exception {
    Reply reply = run((_, _, _, done) -> done.ended(SIZE, null), closed(4, 100_000));

    assertThat(reply.operations()).isEqualTo(100_000);
  }

  @Test
  void the_limit_in_flight_holds_and_no_two_operations_share_a_file() throws Exception {
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Queue<Path> inUse = new ConcurrentLinkedQueue<>();
    AtomicInteger collisions = new AtomicInteger();
    Fake technique =
        (file, _, _, done) -> {
          most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
          if (inUse.contains(file)) {
            collisions.incrementAndGet();
          }
          inUse.add(file);
          Thread.ofVirtual()
              .start(() -> {
                Thread.yield();
                inUse.remove(file);
                inFlight.decrementAndGet();
                done.ended(SIZE, null);
              });
        };

    Reply reply = run(technique, closed(5, 2000));

    assertThat(reply.operations()).isEqualTo(2000);
    assertThat(most).hasValueLessThanOrEqualTo(5);
    assertThat(collisions).hasValue(0);
  }

  @Test
  void sequential_operations_take_turns_with_all_files_as_well() throws Exception {
    Queue<Path> begun = new ConcurrentLinkedQueue<>();
    Fake endsAtOnce =
        (file, _, _, done) -> {
          begun.add(file);
          done.ended(SIZE, null);
        };

    run(endsAtOnce, closed(3, 9));

    Path[] files = {
      Case.file(FOLDER, SIZE, 0), Case.file(FOLDER, SIZE, 1), Case.file(FOLDER, SIZE, 2)
    };
    assertThat(begun).startsWith(files).hasSize(9);
    assertThat(begun.stream().skip(3)).startsWith(files);
  }

  @Test
  void a_stall_is_charged_to_every_operation_that_was_due() throws Exception {
    AtomicInteger count = new AtomicInteger();
    Fake stallsOnce =
        (_, _, _, done) -> {
          if (count.getAndIncrement() == 0) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
          }
          done.ended(SIZE, null);
        };

    Reply reply =
        run(stallsOnce, Case.arriving(Mode.CACHED, SIZE, 1, Duration.ofMillis(200), 1000));

    // 200 arrivals, of which one was slow. If only that one were counted, the median would be near
    // 0.
    assertThat(reply.operations()).isEqualTo(200);
    assertThat(reply.millis().get("50")).isGreaterThan(50);
  }

  @Test
  void an_operation_that_fails_ends_the_measurement_with_its_reason() {
    assertThatThrownBy(
            () -> run((_, _, _, done) -> done.ended(0, new IOException("no")), closed(3, 100)))
        .hasRootCauseMessage("no");
  }

  @Test
  void an_operation_that_cannot_be_started_ends_the_measurement_too() {
    Fake refuses =
        (_, _, _, _) -> {
          throw new IOException("refused");
        };

    assertThatThrownBy(() -> run(refuses, closed(3, 100))).hasRootCauseMessage("refused");
  }

  @Test
  void a_file_that_is_read_back_shorter_is_a_failure() {
    assertThatThrownBy(() -> run((_, _, _, done) -> done.ended(7, null), closed(1, 10)))
        .hasRootCauseMessage("read back 7 of 8 bytes");
  }

  @Test
  void a_line_that_is_not_a_reply_is_quoted() {
    assertThatThrownBy(() -> Reply.parse("thread panicked"))
        .hasMessageContaining("thread panicked");
  }
}
