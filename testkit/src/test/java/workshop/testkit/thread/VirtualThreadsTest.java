package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VirtualThreadsTest {

  /** Long enough to crash the JVM dozens of times if every look listed the virtual threads. */
  private static final Duration LONG = Duration.ofSeconds(2);

  @Test
  void the_jvm_survives_dumps_of_virtual_threads_that_keep_switching() {
    AtomicBoolean enough = new AtomicBoolean();
    List<Thread> busy =
        IntStream.range(0, 8)
            .mapToObj(_ -> Thread.startVirtualThread(() -> handOver(enough)))
            .toList();
    try {
      int unlisted = 0;
      long start = System.nanoTime();
      while (System.nanoTime() - start < LONG.toNanos()) {
        ThreadSnapshot.anyThreadIsBusy();
        unlisted += VirtualThreads.all().isEmpty() ? 1 : 0;
      }
      assertThat(unlisted).isPositive();
    } finally {
      enough.set(true);
      busy.forEach(each -> Await.end("the end", each));
    }
    assertThat(VirtualThreads.all()).isPresent();
  }

  private static void handOver(AtomicBoolean enough) {
    SynchronousQueue<String> queue = new SynchronousQueue<>();
    try {
      while (!enough.get()) {
        Thread giver =
            Thread.startVirtualThread(() -> {
              try {
                queue.put("soup");
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
        queue.take();
        giver.join();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
