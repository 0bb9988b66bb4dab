package workshop.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.thread.Await;

class EventLoopTest {

  @Test
  void workers_end_before_a_blocked_loop_is_interrupted(@TempDir Path directory) {
    Set<Thread> others = Thread.getAllStackTraces().keySet();
    Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
    UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> uncaught.add(error));
    try (Disk disk = Disk.watch(directory);
        Gate held = disk.hold(Op.WRITE)) {
      EventLoop loop = EventLoop.open(disk);
      loop.call("write()", () -> writeAndWait(loop, disk.path("menu.txt")));
      Await.until("a loop that is blocked by a write", () -> held.waiting() == 1);
      Await.until("a loop that is known to be blocked", loop::isBlocked);

      Thread closing = Thread.ofPlatform().start(loop::close);
      Await.until(
          "the end of the loop, or patience with the write",
          () -> !loop.thread().isAlive() || isIn(closing, "letWorkEnd"));
      held.open();
      Await.end("the closing of the loop", closing);
      Await.end("the event loop", loop.thread());
      Await.until("the end of the workers", () -> noWorkerIsLeft(others));

      assertThat(uncaught).isEmpty();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  private static Future<Void> writeAndWait(EventLoop loop, Path file) throws Exception {
    Future<Void> written =
        loop.vertx().fileSystem().writeFile(file.toString(), Buffer.buffer("soup"));
    written.toCompletionStage().toCompletableFuture().get();
    return written;
  }

  private static boolean isIn(Thread thread, String method) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals(method));
  }

  private static boolean noWorkerIsLeft(Set<Thread> others) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !others.contains(thread))
        .noneMatch(thread -> thread.getName().startsWith("vert.x-internal-blocking-"));
  }
}
