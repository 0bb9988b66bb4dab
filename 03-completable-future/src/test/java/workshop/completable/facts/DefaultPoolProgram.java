package workshop.completable.facts;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Submits eight tasks that wait to the default executor, and prints how many wait at once. */
final class DefaultPoolProgram {

  private static final int TASKS = 8;

  private DefaultPoolProgram() {}

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch storeroom = new CountDownLatch(1);
    Set<String> threads = ConcurrentHashMap.newKeySet();
    Runnable task =
        () -> {
          threads.add(Thread.currentThread().getName());
          try {
            storeroom.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    CompletableFuture<?>[] futures =
        Stream.generate(() -> CompletableFuture.runAsync(task))
            .limit(TASKS)
            .toArray(CompletableFuture[]::new);

    // All tasks that can begin have begun when each has a thread or is in the queue of the pool.
    ForkJoinPool pool = ForkJoinPool.commonPool();
    int atOnce = Math.min(TASKS, pool.getParallelism());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (threads.size() < atOnce && System.nanoTime() < end) {
      Thread.sleep(1);
    }
    long queued = pool.getQueuedSubmissionCount() + pool.getQueuedTaskCount();
    System.out.printf("%d at once, %d in the queue, on %s%n", threads.size(), queued, threads);
    storeroom.countDown();
    CompletableFuture.allOf(futures).join();
    System.out.printf("%d threads in all%n", threads.size());
  }
}
