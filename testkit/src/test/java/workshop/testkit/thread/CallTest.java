package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import workshop.testkit.diagnosis.Diagnosis;

class CallTest {

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
  void the_call_runs_on_a_thread_named_caller_and_its_result_is_returned() {
    Call<String> call = Call.start("name()", () -> Thread.currentThread().getName());

    assertThat(call.returns()).isEqualTo("caller");
    assertThat(call.hasEnded()).isTrue();
    assertThat(call.thread().isVirtual()).isFalse();
  }

  @Test
  void an_exception_of_the_call_is_thrown_unchanged() {
    IOException fault = new IOException("disk full");

    Call<?> call =
        Call.start(
            "write()",
            (Call.Action)
                () -> {
                  throw fault;
                });

    assertThatThrownBy(call::returns).isSameAs(fault);
    assertThatThrownBy(() -> call.returnsWhileHeld(gate)).isSameAs(fault);
  }

  @Test
  void a_call_that_never_returns_is_reported_with_its_position() {
    Call<?> call = Call.start("read()", () -> gate.read());
    Await.until("it to stand at the gate", () -> gate.isHeldBy(call.thread()));

    try (TemporaryDeadline _ = TemporaryDeadline.of(SOON)) {
      assertThatThrownBy(call::returns)
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "The test waited for read() to return and gave up after 0.05 s",
              "The thread \"caller\" waits",
              "CallTest.java:");
    }
    assertThat(call.hasEnded()).isFalse();
  }

  @Test
  void the_expected_error_is_returned() {
    FileNotFoundException missing = new FileNotFoundException("notes.txt");

    Call<?> call =
        Call.start(
            "read()",
            (Call.Action)
                () -> {
                  throw missing;
                });

    assertThat(call.fails(IOException.class)).isSameAs(missing);
  }

  @Test
  void an_unexpected_error_fails_the_test_and_is_the_cause() {
    IllegalStateException other = new IllegalStateException("closed");
    Call<?> call =
        Call.start(
            "read()",
            (Call.Action)
                () -> {
                  throw other;
                });

    assertThatThrownBy(() -> call.fails(IOException.class))
        .isInstanceOf(Diagnosis.class)
        .hasMessageContainingAll(
            "read() threw java.lang.IllegalStateException: closed",
            "The caller expects IOException")
        .hasCause(other);
  }

  @Test
  void a_missing_error_fails_the_test() {
    Call<?> call = Call.start("read()", () -> "text");

    assertThatThrownBy(() -> call.fails(IOException.class))
        .isInstanceOf(Diagnosis.class)
        .hasMessageContainingAll(
            "read() returned text and threw no exception", "An error was swallowed");
  }

  @Test
  void an_interrupt_passed_on_by_the_flag_passes() {
    CountDownLatch never = new CountDownLatch(1);
    Call<?> call =
        Call.start(
            "read()",
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });

    call.interrupt().interruptFlagIsKept();
  }

  @Test
  void an_interrupt_passed_on_by_the_exception_passes() {
    Call<?> call = Call.start("read()", (Call.Action) new CountDownLatch(1)::await);

    call.interrupt().interruptFlagIsKept();

    call.fails(InterruptedException.class);
  }

  @Test
  void a_swallowed_interrupt_fails_the_test() {
    CountDownLatch never = new CountDownLatch(1);
    Call<?> call =
        Call.start(
            "read()",
            () -> {
              try {
                never.await();
              } catch (InterruptedException swallowed) {
                // swallows the interrupt
              }
            });

    assertThatThrownBy(() -> call.interrupt().interruptFlagIsKept())
        .isInstanceOf(Diagnosis.class)
        .hasMessageContainingAll(
            "read() returned without setting its interrupt flag again",
            "Set the flag again in the catch block");
  }

  @Test
  void a_todo_is_thrown_unchanged() {
    UnsupportedOperationException todo = new UnsupportedOperationException("TODO(02-1): read it");
    Call<?> call =
        Call.start(
            "read()",
            (Call.Action)
                () -> {
                  throw todo;
                });

    assertThatThrownBy(call::returns).isSameAs(todo);
    assertThatThrownBy(() -> call.returnsWhileHeld(gate)).isSameAs(todo);
    assertThatThrownBy(() -> call.waitsInside(gate)).isSameAs(todo);
    assertThatThrownBy(() -> call.fails(IOException.class)).isSameAs(todo);
    assertThatThrownBy(call::interruptFlagIsKept).isSameAs(todo);

    Call<?> later = Call.start("read()", () -> CompletableFuture.failedFuture(todo));

    assertThatThrownBy(() -> later.returnsWhileHeld(gate)).isSameAs(todo);
  }
}
