package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import workshop.testkit.diagnosis.Diagnosis;

class HeartbeatTest {

  private static final String SOON = "0.05";

  private final FakeGate gate = new FakeGate();
  private final ExecutorService loop =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("loop").factory());
  private final ExecutorService pool = Executors.newCachedThreadPool();

  @AfterEach
  void release_the_held_threads() {
    gate.open();
    end(loop);
    end(pool);
  }

  private static void end(ExecutorService executor) {
    executor.shutdownNow();
    Await.until("the end of " + executor, executor::isTerminated);
  }

  @Test
  void the_heartbeat_ticks_while_another_thread_is_held() {
    try (Heartbeat heartbeat = Heartbeat.on(loop)) {
      loop.execute(() -> pool.execute(gate::read));

      heartbeat.keepsTickingWhile(gate, "the event loop");

      assertThat(heartbeat.ticks()).isGreaterThan(5);
    }
  }

  @Test
  void a_loop_that_reads_itself_is_blocked_and_reported_at_once() {
    try (Heartbeat heartbeat = Heartbeat.on(loop)) {
      loop.execute(gate::read);

      assertThatThrownBy(() -> heartbeat.keepsTickingWhile(gate, "the event loop"))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "No task ran while the disk held the READ of notes.txt: you blocked the event"
                  + " loop",
              "Its thread \"loop\" waits in ",
              "All work on the event loop has to wait as well",
              "Where its thread is");
      gate.open();
    }
  }

  @Test
  void a_loop_that_waits_for_the_pool_is_blocked_and_reported_with_its_line() {
    try (Heartbeat heartbeat = Heartbeat.on(loop)) {
      loop.submit(() -> pool.submit(gate::read).get());

      assertThatThrownBy(() -> heartbeat.keepsTickingWhile(gate, "the event loop"))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "you blocked the event loop",
              "Its thread \"loop\" waits in FutureTask.get at HeartbeatTest.java:");
      gate.open();
    }
  }

  @Test
  void a_loop_that_waits_for_itself_is_blocked_even_if_nothing_is_held() {
    CountDownLatch never = new CountDownLatch(1);
    try (Heartbeat heartbeat = Heartbeat.on(loop)) {
      loop.submit(() -> {
        loop.execute(never::countDown);
        never.await();
        return null;
      });

      assertThatThrownBy(() -> heartbeat.keepsTickingWhile(gate, "the event loop"))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "No task ran and no operation reached the disk: you blocked the event loop",
              "Its thread \"loop\" waits in CountDownLatch.await at HeartbeatTest.java:");
      never.countDown();
    }
  }

  @Test
  void a_loop_that_keeps_polling_gets_the_whole_deadline() {
    try (Heartbeat heartbeat = Heartbeat.on(loop)) {
      loop.submit(() -> {
        var content = pool.submit(gate::read);
        while (!content.isDone()) {
          Thread.onSpinWait();
        }
      });
      Await.until("the reader", () -> gate.waiting() == 1);

      try (TemporaryDeadline _ = TemporaryDeadline.of("0.2")) {
        assertThatThrownBy(() -> heartbeat.keepsTickingWhile(gate, "the event loop"))
            .isInstanceOf(Diagnosis.class)
            .hasMessageContainingAll("you blocked the event loop", "HeartbeatTest.java:");
      }
      gate.open();
    }
  }

  @Test
  void a_loop_that_is_closed_too_early_is_reported() {
    try (Heartbeat heartbeat = Heartbeat.on(loop)) {
      loop.shutdown();

      assertThatThrownBy(() -> heartbeat.keepsTickingWhile(gate, "the event loop"))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContaining("The event loop takes no more tasks");
    }
  }

  @Test
  void ticking_while_nothing_is_held_proves_nothing_and_fails_the_test() {
    try (Heartbeat heartbeat = Heartbeat.on(loop);
        TemporaryDeadline _ = TemporaryDeadline.of("1")) {
      assertThatThrownBy(() -> heartbeat.keepsTickingWhile(gate, "the event loop"))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "The test waited 1 s for a file operation and gave up; the event loop was free"
                  + " all the time",
              "No thread started the operation that the test holds");
    }
  }

  @Test
  void ticks_from_before_the_arrival_do_not_count() {
    try (Heartbeat heartbeat = Heartbeat.on(loop)) {
      Await.until("many ticks", () -> heartbeat.ticks() > 20);
      loop.execute(gate::read);

      assertThatThrownBy(() -> heartbeat.keepsTickingWhile(gate, "the event loop"))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContaining("you blocked the event loop");
      gate.open();
    }
  }

  @Test
  void the_heartbeat_stops_while_the_loop_keeps_polling() {
    try (Heartbeat heartbeat = Heartbeat.on(loop)) {
      loop.submit(() -> {
        var content = pool.submit(gate::read);
        while (!content.isDone()) {
          Thread.onSpinWait();
        }
      });
      Await.until("the reader", () -> gate.waiting() == 1);

      try (TemporaryDeadline _ = TemporaryDeadline.of(SOON)) {
        heartbeat.stopsWhile(gate);
      }

      gate.open();
    }
  }

  @Test
  void the_heartbeat_stops_while_the_loop_reads_itself() {
    try (Heartbeat heartbeat = Heartbeat.on(loop)) {
      loop.execute(gate::read);

      heartbeat.stopsWhile(gate);

      gate.open();
    }
  }

  @Test
  void the_heartbeat_stops_while_the_loop_waits_for_another_thread() {
    try (Heartbeat heartbeat = Heartbeat.on(loop)) {
      loop.submit(() -> pool.submit(gate::read).get());

      heartbeat.stopsWhile(gate);

      gate.open();
    }
  }

  @Test
  void a_heartbeat_that_should_stop_but_goes_on_fails_the_test() {
    try (Heartbeat heartbeat = Heartbeat.on(loop)) {
      pool.execute(gate::read);

      assertThatThrownBy(() -> heartbeat.stopsWhile(gate))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "more tasks while the disk held the READ of notes.txt", "The loop is free");
    }
  }

  @Test
  void an_executor_that_is_not_a_loop_is_rejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Heartbeat.on(Runnable::run))
        .withMessageContaining("it is not an event loop");
  }

  @Test
  void a_loop_that_never_runs_anything_is_rejected() {
    try (TemporaryDeadline _ = TemporaryDeadline.of(SOON)) {
      assertThatThrownBy(() -> Heartbeat.on(_ -> {}))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContaining(
              "The test waited 0.05 s for the first tick of the event loop and gave up");
    }
  }

  @Test
  void at_most_one_tick_waits_in_the_loops_queue() {
    AtomicInteger queued = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (Heartbeat heartbeat =
        Heartbeat.on(tick -> {
          most.accumulateAndGet(queued.incrementAndGet(), Math::max);
          loop.execute(() -> {
            queued.decrementAndGet();
            tick.run();
          });
        })) {
      loop.execute(gate::read);
      heartbeat.stopsWhile(gate);
      gate.open();
      long before = heartbeat.ticks();
      Await.until("ten more ticks", () -> heartbeat.ticks() > before + 10);
    }

    assertThat(most).hasValue(1);
  }

  @Test
  void closing_the_heartbeat_leaves_no_thread_even_if_the_loop_is_blocked() {
    CountDownLatch running = new CountDownLatch(1);
    loop.execute(running::countDown);
    Await.latch("the loop's own thread", running);
    ThreadLeakDetector detector = ThreadLeakDetector.open();
    try (Heartbeat heartbeat = Heartbeat.on(loop)) {
      loop.execute(gate::read);
      heartbeat.stopsWhile(gate);
    }

    detector.assertNoThreadIsLeft();
  }
}
