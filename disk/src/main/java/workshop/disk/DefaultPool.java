package workshop.disk;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads of asynchronous channels that were opened without an executor. The JDK's own pool is
 * not accessible. Like that pool, this one is unbounded and shared by the whole JVM, its threads
 * are daemons, and they have the same names.
 */
final class DefaultPool {

  static final ExecutorService SHARED =
      Executors.newCachedThreadPool(
          Thread.ofPlatform()
              .daemon()
              .inheritInheritableThreadLocals(false)
              .name("InnocuousThread-", 1)
              .factory());

  private DefaultPool() {}
}
