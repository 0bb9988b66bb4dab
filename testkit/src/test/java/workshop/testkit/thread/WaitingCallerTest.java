package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import workshop.testkit.diagnosis.Diagnosis;

class WaitingCallerTest {

  private static final String SOON = "0.05";

  private final FakeGate gate = new FakeGate();
  private final ExecutorService pool = Executors.newCachedThreadPool();

  @AfterEach
  void release_the_held_threads() {
    gate.open();
    pool.shutdownNow();
    Await.until("the end of " + pool, pool::isTerminated);
  }

  @Test
  void a_caller_that_reads_itself_waits_inside() {
    Call<String> call = Call.start("read()", gate::read);

    call.waitsInside(gate);

    gate.open();
    assertThat(call.returns()).isEqualTo("content");
  }

  @Test
  void two_callers_can_wait_inside_at_the_same_time() {
    Call<String> one = Call.start("read()", gate::read);
    Call<String> other = Call.start("read()", gate::read);

    one.waitsInside(gate);
    other.waitsInside(gate);

    assertThat(gate.waiting()).isEqualTo(2);
  }

  @Test
  void a_call_that_comes_back_does_not_wait_inside() {
    Call<?> call = Call.start("read()", () -> CompletableFuture.supplyAsync(gate::read, pool));
    Await.until("the reader", () -> gate.waiting() == 1);

    assertThatThrownBy(() -> call.waitsInside(gate))
        .isInstanceOf(Diagnosis.class)
        .hasMessageContainingAll(
            "and did not wait for the disk", "nother thread does the file operation");
  }

  @Test
  void a_call_that_throws_does_not_wait_inside_and_what_it_threw_is_the_cause() {
    IOException fault = new IOException("disk full");
    Call<?> call =
        Call.start(
            "read()",
            (Call.Action)
                () -> {
                  throw fault;
                });

    assertThatThrownBy(() -> call.waitsInside(gate))
        .isInstanceOf(Diagnosis.class)
        .hasMessageContainingAll(
            "read() threw java.io.IOException: disk full", "No thread started the operation")
        .hasCause(fault);
  }

  @Test
  void a_caller_that_waits_for_the_pool_does_not_wait_inside() {
    Call<?> call = Call.start("read()", () -> pool.submit(gate::read).get());

    assertThatThrownBy(() -> call.waitsInside(gate))
        .isInstanceOf(Diagnosis.class)
        .hasMessageContainingAll(
            "nother thread does the file operation",
            "\"caller\" waits in FutureTask.get at WaitingCallerTest.java:");
  }

  @Test
  void a_caller_that_never_reaches_the_disk_does_not_wait_inside() {
    CountDownLatch never = new CountDownLatch(1);
    Call<?> call = Call.start("read()", (Call.Action) never::await);
    Await.until("it to wait", () -> ThreadSnapshot.of(call.thread()).isParked());

    try (TemporaryDeadline _ = TemporaryDeadline.of(SOON)) {
      assertThatThrownBy(() -> call.waitsInside(gate))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContaining("The test waited for read() to return and gave up after 0.05 s");
    } finally {
      never.countDown();
    }
  }
}
