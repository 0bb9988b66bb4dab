package workshop.offload.facts;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;

/**
 * Belongs to 02-2. A {@link ThreadPoolExecutor} above its core size starts another thread only once
 * the queue is full. "1 to 8 threads and a large queue" is a pool with one thread.
 */
class TheQueueComesBeforeTheMaximumTest {

  @Test
  void one_core_thread_does_all_the_work_until_the_queue_is_full() {
    CountDownLatch busy = new CountDownLatch(1);
    try (ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 8, 0, SECONDS, new ArrayBlockingQueue<>(100))) {
      try {
        for (int task = 1; task <= 101; task++) {
          pool.execute(() -> awaitQuietly(busy));
        }
        System.out.printf(
            "A pool of 1 to 8 threads with a queue of 100 got 101 tasks: %d thread runs, %d tasks"
                + " wait.%n",
            pool.getPoolSize(), pool.getQueue().size());
        assertThat(pool.getPoolSize()).isEqualTo(1);

        pool.execute(() -> awaitQuietly(busy));
        assertThat(pool.getPoolSize()).as("with one more task").isEqualTo(2);
      } finally {
        busy.countDown();
      }
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
