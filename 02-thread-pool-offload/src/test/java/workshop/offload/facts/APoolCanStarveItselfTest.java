package workshop.offload.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import workshop.testkit.thread.Await;

/**
 * Belongs to 02-4. Two threads run two tasks, each of which waits for another task of the same
 * pool. Those two are in the queue, and no thread is left to run them.
 */
class APoolCanStarveItselfTest {

  @Test
  void tasks_that_wait_for_tasks_of_their_own_pool_wait_forever() {
    List<Thread> workers = new CopyOnWriteArrayList<>();
    try (ThreadPoolExecutor pool =
        new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>())) {
      CyclicBarrier bothAreRunning = new CyclicBarrier(2);
      Callable<String> outer =
          () -> {
            workers.add(Thread.currentThread());
            bothAreRunning.await(10, TimeUnit.SECONDS);
            Future<String> inner = pool.submit(() -> "soup");
            return inner.get();
          };
      Future<String> one = pool.submit(outer);
      Future<String> two = pool.submit(outer);

      Await.until(
          "both threads to wait for tasks in the queue",
          () ->
              pool.getQueue().size() == 2
                  && workers.stream().allMatch(w -> w.getState() == Thread.State.WAITING));
      System.out.println(
          "2 threads wait for 2 tasks, and the 2 tasks wait in the queue for a thread.");
      assertThat(List.of(one, two)).noneMatch(Future::isDone);

      pool.shutdownNow(); // interrupts both: otherwise they would wait forever
    }
  }
}
