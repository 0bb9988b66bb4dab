package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import workshop.testkit.suite.Teaching;

class CallTest {

  private static final String SOON = "0.05";

  private final FakeGate gate = new FakeGate();
  private final ExecutorService pool = Executors.newCachedThreadPool();

  @AfterEach
  void let_everybody_go() {
    gate.open();
    pool.close();
  }

  @Test
  void the_call_runs_on_a_thread_named_caller_and_its_result_comes_back() {
    Call<String> call = Caller.call("name()", () -> Thread.currentThread().getName());

    assertThat(call.returns()).isEqualTo("caller");
    assertThat(call.isBack()).isTrue();
    assertThat(call.thread().isVirtual()).isFalse();
  }

  @Test
  void what_the_call_throws_is_thrown_as_it_is() {
    IOException fault = new IOException("disk full");

    Call<?> call =
        Caller.call(
            "write()",
            (Caller.Action)
                () -> {
                  throw fault;
                });

    assertThatThrownBy(call::returns).isSameAs(fault);
    assertThatThrownBy(() -> call.returnsWhileHeld(gate)).isSameAs(fault);
  }

  @Test
  void a_call_that_never_comes_back_is_reported_with_where_it_stands() {
    Call<?> call = Caller.call("read()", () -> gate.read());
    Await.until("it to stand at the gate", () -> gate.isHeldBy(call.thread()));

    try (Patience _ = Patience.of(SOON)) {
      assertThatThrownBy(call::returns)
          .isInstanceOf(Teaching.class)
          .hasMessageContainingAll(
              "waited 0.05 s for read(), in vain", "the thread \"caller\" waits", "CallTest.java:");
    }
    assertThat(call.isBack()).isFalse();
  }

  // returnsWhileHeld

  @Test
  void handing_over_and_coming_back_is_right() {
    Call<CompletableFuture<String>> call =
        Caller.call("read()", () -> CompletableFuture.supplyAsync(gate::read, pool));

    CompletableFuture<String> content = call.returnsWhileHeld(gate);

    assertThat(content).isNotDone();
    gate.open();
    assertThat(Await.result("the content", content)).isEqualTo("content");
  }

  @Test
  void an_operation_that_starts_after_the_return_is_waited_for() {
    CountDownLatch back = new CountDownLatch(1);
    Call<CompletableFuture<String>> call =
        Caller.call(
            "read()",
            () ->
                CompletableFuture.supplyAsync(
                    () -> {
                      Await.latch("the return", back);
                      return gate.read();
                    },
                    pool));
    call.returns();
    pool.execute(back::countDown);

    assertThat(call.returnsWhileHeld(gate)).isNotDone();
  }

  @Test
  void a_caller_that_reads_by_itself_is_blocked_and_told_at_once() {
    Call<CompletableFuture<String>> call =
        Caller.call("read()", () -> CompletableFuture.completedFuture(gate.read()));

    assertThatThrownBy(() -> call.returnsWhileHeld(gate))
        .isInstanceOf(Teaching.class)
        .hasMessageContainingAll(
            "you blocked the caller: read() did not come back while the disk holds the READ of"
                + " notes.txt",
            "the thread \"caller\" waits in ",
            "the caller's own thread does the file operation",
            "Where the caller stands");
  }

  @Test
  void a_caller_that_waits_for_the_pool_is_blocked_and_told_where() {
    Call<String> call = Caller.call("read()", () -> pool.submit(gate::read).get());

    assertThatThrownBy(() -> call.returnsWhileHeld(gate))
        .isInstanceOf(Teaching.class)
        .hasMessageContainingAll(
            "you blocked the caller",
            "\"caller\" waits in FutureTask.get at CallTest.java:",
            "another thread does the file operation, but the caller waits for it");
  }

  @Test
  void a_caller_that_waits_for_a_virtual_thread_is_blocked_too() {
    Call<String> call =
        Caller.call(
            "read()",
            () -> {
              try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
                return virtual.submit(gate::read).get();
              }
            });

    assertThatThrownBy(() -> call.returnsWhileHeld(gate))
        .isInstanceOf(Teaching.class)
        .hasMessageContainingAll(
            "you blocked the caller", "another thread does the file operation");
  }

  @Test
  void a_caller_that_waits_for_a_lock_is_blocked() {
    Object lock = new Object();
    pool.execute(() -> {
      synchronized (lock) {
        gate.read();
      }
    });
    Await.until("the reader", () -> gate.waiting() == 1);
    Call<?> call =
        Caller.call(
            "size()",
            () -> {
              synchronized (lock) {
                return 0;
              }
            });

    assertThatThrownBy(() -> call.returnsWhileHeld(gate))
        .isInstanceOf(Teaching.class)
        .hasMessageContainingAll(
            "you blocked the caller", "\"caller\" waits for a lock at CallTest.java:");
  }

  @Test
  void a_caller_that_keeps_asking_gets_the_whole_deadline() {
    Call<?> call =
        Caller.call(
            "read()",
            () -> {
              var content = pool.submit(gate::read);
              while (!content.isDone()) {
                Thread.onSpinWait();
              }
              return content.get();
            });
    Await.until("the reader", () -> gate.waiting() == 1);

    try (Patience _ = Patience.of("0.2")) {
      assertThatThrownBy(() -> call.returnsWhileHeld(gate))
          .isInstanceOf(Teaching.class)
          .hasMessageContainingAll("you blocked the caller", "CallTest.java:");
    }
  }

  @Test
  void waiting_for_someone_who_still_computes_is_no_blocking() {
    AtomicBoolean computed = new AtomicBoolean();
    CountDownLatch ready = new CountDownLatch(1);
    Thread slow =
        Thread.ofPlatform()
            .start(() -> {
              // Longer than the second after which a caller that waits counts as blocked.
              long start = System.nanoTime();
              while (System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(1500)) {
                Thread.onSpinWait();
              }
              computed.set(true);
              ready.countDown();
            });
    Call<CompletableFuture<String>> call =
        Caller.call(
            "read()",
            () -> {
              var content = CompletableFuture.supplyAsync(gate::read, pool);
              ready.await();
              return content;
            });

    assertThat(call.returnsWhileHeld(gate)).isNotDone();
    assertThat(computed).isTrue();
    Await.end("the slow one", slow);
  }

  @Test
  void a_result_that_is_complete_before_the_disk_was_asked_says_no() {
    Call<?> call = Caller.call("write()", () -> CompletableFuture.completedFuture("written"));

    assertThatThrownBy(() -> call.returnsWhileHeld(gate))
        .isInstanceOf(Teaching.class)
        .hasMessageContainingAll(
            "the disk was not asked for what the test holds", "is complete already");
  }

  @Test
  void a_call_that_starts_nothing_says_no() {
    Call<?> call = Caller.call("write()", () -> new CompletableFuture<String>());
    call.returns();

    try (Patience _ = Patience.of(SOON)) {
      assertThatThrownBy(() -> call.returnsWhileHeld(gate))
          .isInstanceOf(Teaching.class)
          .hasMessageContainingAll(
              "the disk was not asked for what the test holds",
              "nobody set out to do the file operation");
    }
  }

  @Test
  void a_caller_that_hangs_while_nothing_is_held_is_not_called_blocked_by_the_disk() {
    CountDownLatch never = new CountDownLatch(1);
    Call<?> call =
        Caller.call(
            "write()",
            () -> {
              never.await();
              return null;
            });
    Await.until("it to wait", () -> Whereabouts.of(call.thread()).isParked());

    try (Patience _ = Patience.of(SOON)) {
      assertThatThrownBy(() -> call.returnsWhileHeld(gate))
          .isInstanceOf(Teaching.class)
          .hasMessageContaining("waited 0.05 s for write(), in vain")
          .hasMessageContaining("\"caller\" waits in CountDownLatch.await at CallTest.java:")
          .hasMessageNotContaining("you blocked the caller");
    } finally {
      never.countDown();
    }
  }

  @Test
  void a_result_that_failed_before_the_disk_was_asked_shows_why() {
    IOException fault = new IOException("no such directory");
    Call<?> call = Caller.call("write()", () -> CompletableFuture.failedFuture(fault));

    assertThatThrownBy(() -> call.returnsWhileHeld(gate))
        .isInstanceOf(Teaching.class)
        .hasMessageContaining("the disk was not asked for what the test holds")
        .hasCause(fault);
  }

  // waitsInside

  @Test
  void a_caller_that_reads_by_itself_waits_inside() {
    Call<String> call = Caller.call("read()", gate::read);

    call.waitsInside(gate);

    gate.open();
    assertThat(call.returns()).isEqualTo("content");
  }

  @Test
  void two_callers_wait_inside_side_by_side() {
    Call<String> one = Caller.call("read()", gate::read);
    Call<String> other = Caller.call("read()", gate::read);

    one.waitsInside(gate);
    other.waitsInside(gate);

    assertThat(gate.waiting()).isEqualTo(2);
  }

  @Test
  void a_call_that_comes_back_does_not_wait_inside() {
    Call<?> call = Caller.call("read()", () -> CompletableFuture.supplyAsync(gate::read, pool));
    Await.until("the reader", () -> gate.waiting() == 1);

    assertThatThrownBy(() -> call.waitsInside(gate))
        .isInstanceOf(Teaching.class)
        .hasMessageContainingAll(
            "and did not wait for the disk", "the file is read by another thread");
  }

  @Test
  void a_call_that_throws_does_not_wait_inside_and_what_it_threw_is_the_cause() {
    IOException fault = new IOException("disk full");
    Call<?> call =
        Caller.call(
            "read()",
            (Caller.Action)
                () -> {
                  throw fault;
                });

    assertThatThrownBy(() -> call.waitsInside(gate))
        .isInstanceOf(Teaching.class)
        .hasMessageContainingAll(
            "read() threw java.io.IOException: disk full", "was never asked for")
        .hasCause(fault);
  }

  @Test
  void a_caller_that_waits_for_the_pool_does_not_wait_inside() {
    Call<?> call = Caller.call("read()", () -> pool.submit(gate::read).get());

    assertThatThrownBy(() -> call.waitsInside(gate))
        .isInstanceOf(Teaching.class)
        .hasMessageContainingAll(
            "the file is read by another thread",
            "\"caller\" waits in FutureTask.get at CallTest.java:");
  }

  @Test
  void a_caller_that_never_reaches_the_disk_does_not_wait_inside() {
    CountDownLatch never = new CountDownLatch(1);
    Call<?> call = Caller.call("read()", (Caller.Action) never::await);
    Await.until("it to wait", () -> Whereabouts.of(call.thread()).isParked());

    try (Patience _ = Patience.of(SOON)) {
      assertThatThrownBy(() -> call.waitsInside(gate))
          .isInstanceOf(Teaching.class)
          .hasMessageContaining("waited 0.05 s for read(), in vain");
    } finally {
      never.countDown();
    }
  }

  // fails

  @Test
  void the_expected_error_is_returned() {
    FileNotFoundException missing = new FileNotFoundException("notes.txt");

    Call<?> call =
        Caller.call(
            "read()",
            (Caller.Action)
                () -> {
                  throw missing;
                });

    assertThat(call.fails(IOException.class)).isSameAs(missing);
  }

  @Test
  void another_error_than_expected_says_no_and_is_the_cause() {
    IllegalStateException other = new IllegalStateException("closed");
    Call<?> call =
        Caller.call(
            "read()",
            (Caller.Action)
                () -> {
                  throw other;
                });

    assertThatThrownBy(() -> call.fails(IOException.class))
        .isInstanceOf(Teaching.class)
        .hasMessageContainingAll(
            "read() threw java.lang.IllegalStateException: closed",
            "the caller expects IOException")
        .hasCause(other);
  }

  @Test
  void no_error_where_one_is_due_says_no() {
    Call<?> call = Caller.call("read()", () -> "text");

    assertThatThrownBy(() -> call.fails(IOException.class))
        .isInstanceOf(Teaching.class)
        .hasMessageContainingAll(
            "read() returned text and threw nothing", "an error was swallowed");
  }

  // interrupt

  @Test
  void an_interrupt_that_is_passed_on_by_the_flag_is_right() {
    CountDownLatch never = new CountDownLatch(1);
    Call<?> call =
        Caller.call(
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
  void an_interrupt_that_is_passed_on_by_the_exception_is_right() {
    Call<?> call = Caller.call("read()", (Caller.Action) new CountDownLatch(1)::await);

    call.interrupt().interruptFlagIsKept();

    call.fails(InterruptedException.class);
  }

  @Test
  void a_swallowed_interrupt_says_no() {
    CountDownLatch never = new CountDownLatch(1);
    Call<?> call =
        Caller.call(
            "read()",
            () -> {
              try {
                never.await();
              } catch (InterruptedException swallowed) {
                // as if nothing had happened
              }
            });

    assertThatThrownBy(() -> call.interrupt().interruptFlagIsKept())
        .isInstanceOf(Teaching.class)
        .hasMessageContainingAll(
            "when read() came back, nothing told of it", "set the flag again in the catch block");
  }

  // a stub

  @Test
  void an_open_todo_is_thrown_as_it_is() {
    UnsupportedOperationException todo = new UnsupportedOperationException("TODO(02-1): read it");
    Call<?> call =
        Caller.call(
            "read()",
            (Caller.Action)
                () -> {
                  throw todo;
                });

    assertThatThrownBy(call::returns).isSameAs(todo);
    assertThatThrownBy(() -> call.returnsWhileHeld(gate)).isSameAs(todo);
    assertThatThrownBy(() -> call.waitsInside(gate)).isSameAs(todo);
    assertThatThrownBy(() -> call.fails(IOException.class)).isSameAs(todo);
    assertThatThrownBy(call::interruptFlagIsKept).isSameAs(todo);

    Call<?> later = Caller.call("read()", () -> CompletableFuture.failedFuture(todo));

    assertThatThrownBy(() -> later.returnsWhileHeld(gate)).isSameAs(todo);
  }
}
