package workshop.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;

class GateTest {

  @TempDir Path directory;
  private Disk disk;
  private final List<Call<?>> calls = new ArrayList<>();

  @BeforeEach
  void watch() {
    disk = Disk.watch(directory);
    disk.seed("a.txt", "butter");
    disk.seed("b.txt", "eggs");
  }

  @AfterEach
  void close() {
    disk.close();
    calls.forEach(Call::returns);
  }

  @Test
  void an_operation_waits_until_the_gate_is_opened() {
    Gate gate = disk.hold(Op.DELETE);

    Call<?> deleting = delete("a.txt");
    deleting.waitsInside(gate);

    assertThat(disk.exists("a.txt")).isTrue();
    assertThat(gate.waiting()).isEqualTo(1);
    assertThat(gate.isHeldBy(deleting.thread())).isTrue();
    assertThat(gate.isHeldBy(Thread.currentThread())).isFalse();
    assertThat(gate.arrivals()).singleElement().matches(event -> !event.hasEnded());
    assertThat(disk.recording().toString()).contains("DELETE  a.txt  (in flight)");
    gate.open();
    deleting.returns();
    assertThat(disk.exists("a.txt")).isFalse();
    assertThat(gate.waiting()).isEqualTo(0);
    assertThat(gate.arrivals()).singleElement().matches(DiskEvent::isDone);
  }

  @Test
  void operations_are_released_in_the_order_of_their_arrival() {
    Gate gate = disk.hold(Op.DELETE);
    Call<?> first = delete("a.txt");
    first.waitsInside(gate);
    Call<?> second = delete("b.txt");
    second.waitsInside(gate);

    gate.let(1);

    first.returns();
    assertThat(gate.isHeldBy(second.thread())).isTrue();
  }

  @Test
  void an_operation_released_in_advance_does_not_wait() {
    Gate gate = disk.hold(Op.DELETE);
    gate.let(1);

    delete("a.txt").returns();
    delete("b.txt").waitsInside(gate);

    assertThat(gate.arrivals()).hasSize(2);
  }

  @Test
  void an_open_gate_no_longer_holds_operations() {
    try (Gate gate = disk.hold(Op.DELETE)) {
      gate.open();

      delete("a.txt").returns();
    }
  }

  @Test
  void closing_the_disk_opens_the_gates() {
    Gate gate = disk.hold(Op.DELETE);
    Call<?> deleting = delete("a.txt");
    deleting.waitsInside(gate);

    disk.close();

    deleting.returns();
  }

  @Test
  void a_failed_wait_reports_the_gate_the_arrivals_and_the_recording() {
    Gate gate = disk.when(Op.DELETE).on("a.txt").hold();
    delete("a.txt").waitsInside(gate);
    delete("b.txt").returns();

    disk.waitsBy(() ->
        new WaitPolicy() {
          @Override
          public Duration limit() {
            return Duration.ofMillis(50);
          }

          @Override
          public String programState() {
            return "the caller waits";
          }
        });
    assertThatThrownBy(() -> gate.awaitArrivals(2))
        .isInstanceOf(ArrivalsError.class)
        .hasMessageContainingAll(
            "the test expected 2 operations at the gate for the DELETE of a.txt, but 1 arrived:",
            "1 DELETE a.txt (in flight) by caller]; the test waited 0.05 s",
            "All operations on the disk:",
            "DELETE  a.txt  (in flight)",
            "DELETE  b.txt",
            "the caller waits");
  }

  @Test
  void a_wait_ends_early_when_nothing_can_arrive_anymore() {
    Gate gate = disk.hold(Op.DELETE);
    disk.waitsBy(() ->
        new WaitPolicy() {
          @Override
          public boolean isHopeless() {
            return true;
          }
        });

    assertThatThrownBy(() -> gate.awaitArrivals(1))
        .isInstanceOf(ArrivalsError.class)
        .hasMessageContaining("the test waited until no thread got any further");
  }

  @Test
  void a_wait_that_is_interrupted_fails_and_keeps_the_interrupt() {
    Gate gate = disk.hold(Op.DELETE);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> gate.awaitArrivals(1))
        .isInstanceOf(ArrivalsError.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_gate_describes_what_it_holds() {
    Gate named = disk.when(Op.READ, Op.WRITE).on("a.txt").hold();
    Gate any = disk.hold(Op.DELETE);
    Gate everything = disk.hold();
    everything.open();

    assertThat(named.describe()).isEqualTo("the READ or WRITE of a.txt");
    assertThat(any.describe()).isEqualTo("the DELETE");
    assertThat(everything.describe()).isEqualTo("the operation");
    delete("b.txt").waitsInside(any);
    assertThat(any.describe()).isEqualTo("the DELETE of b.txt");
  }

  @Test
  void a_negative_count_is_rejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> disk.hold().let(-1))
        .withMessage("n must not be negative: -1");
  }

  @Test
  void a_thread_can_await_the_arrivals_of_other_threads() {
    Gate gate = disk.hold(Op.DELETE);
    delete("a.txt");
    delete("b.txt");

    gate.awaitArrivals(2);

    Await.until("both to stand at the gate", () -> gate.waiting() == 2);
  }

  private Call<?> delete(String name) {
    Call<?> call = Call.start("delete", () -> Files.delete(disk.path(name)));
    calls.add(call);
    return call;
  }
}
