package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import workshop.testkit.diagnosis.Diagnosis;

/** How the detectors of this package handle the event loops and pools of Vert.x. */
class VertxThreadsTest {

  private final FakeGate gate = new FakeGate();

  @Test
  void the_event_loop_of_vertx_keeps_ticking_while_a_worker_reads() {
    Vertx vertx = Vertx.vertx();
    Context context = vertx.getOrCreateContext();
    try (Heartbeat heartbeat = Heartbeat.on(task -> context.runOnContext(_ -> task.run()))) {
      context.runOnContext(_ -> vertx.executeBlocking(gate::read));

      heartbeat.keepsTickingWhile(gate, "the event loop");
    } finally {
      gate.open();
      close(vertx);
    }
  }

  @Test
  void a_blocked_event_loop_of_vertx_is_reported_with_its_name() {
    Vertx vertx = Vertx.vertx();
    Context context = vertx.getOrCreateContext();
    try (Heartbeat heartbeat = Heartbeat.on(task -> context.runOnContext(_ -> task.run()))) {
      context.runOnContext(_ ->
          CompletableFuture.supplyAsync(gate::read, task -> Thread.startVirtualThread(task))
              .join());

      assertThatThrownBy(() -> heartbeat.keepsTickingWhile(gate, "the event loop"))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "you blocked the event loop",
              "Its thread \"vert.x-eventloop-thread-",
              "\" waits in CompletableFuture.join at VertxThreadsTest.java:");
      gate.open();
    } finally {
      gate.open();
      close(vertx);
    }
  }

  @Test
  void a_vertx_that_was_closed_leaves_no_thread() {
    ThreadLeakDetector detector = ThreadLeakDetector.open();
    Vertx vertx = Vertx.vertx();
    Await.result("a worker", vertx.executeBlocking(() -> "").toCompletionStage());

    close(vertx);

    detector.assertNoThreadIsLeft();
  }

  @Test
  void a_vertx_that_was_not_closed_is_reported() {
    ThreadLeakDetector detector = ThreadLeakDetector.open();
    Vertx vertx = Vertx.vertx();
    try {
      Await.result("a worker", vertx.executeBlocking(() -> "").toCompletionStage());

      assertThatThrownBy(detector::assertNoThreadIsLeft)
          .isInstanceOf(Diagnosis.class)
          .hasMessageContainingAll(
              "\"vert.x-worker-thread-0\"",
              "Close the Vertx that you created",
              "Lines that started threads\n  VertxThreadsTest.java:");
    } finally {
      close(vertx);
    }
  }

  private static void close(Vertx vertx) {
    Await.result("the end of Vert.x", vertx.close().toCompletionStage());
  }
}
