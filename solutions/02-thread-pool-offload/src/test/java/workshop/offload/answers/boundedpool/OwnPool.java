package workshop.offload.answers.boundedpool;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;

/** A pool that is right if its queue has the right limit. */
class OwnPool extends ThreadPoolExecutor {

  private final String name;

  OwnPool(String name, int threads) {
    this(name, threads, new LinkedBlockingQueue<>());
  }

  OwnPool(String name, int threads, BlockingQueue<Runnable> queue) {
    super(
        threads,
        threads,
        0,
        SECONDS,
        queue,
        threads(name),
        (_, pool) -> {
          throw refusal(name, pool);
        });
    this.name = name;
  }

  static ThreadFactory threads(String name) {
    return Thread.ofPlatform().daemon(false).name(name + "-", 1).factory();
  }

  static RejectedExecutionException refusal(String name, ExecutorService pool) {
    return new RejectedExecutionException(
        name + (pool.isShutdown() ? " is shut down" : " is full"));
  }

  RejectedExecutionException refusal() {
    return refusal(name, this);
  }
}
