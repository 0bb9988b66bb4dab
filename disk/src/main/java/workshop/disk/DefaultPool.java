package workshop.disk;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads of asynchronous channels that were opened without an executor: like the JDK's own,
 * which nobody can borrow, unbounded, daemons, shared by the whole JVM, and named as it names its.
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
