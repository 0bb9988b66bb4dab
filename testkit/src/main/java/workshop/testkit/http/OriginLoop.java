package workshop.testkit.http;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.impl.VertxThread;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxThreadFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.PermanentThreads;

/**
 * The event loop of all origins in this JVM. It is never closed, because starting a loop for each
 * test would take longer than most tests. Its threads are daemons, and their names differ from
 * those of a learner's Vert.x.
 */
final class OriginLoop implements VertxThreadFactory {

  private OriginLoop() {}

  /**
   * Starts the loop with the first origin. Nested, because the thread that starts it must load the
   * outer class.
   */
  private static final class Shared {

    private static final Vertx VERTX = started();
  }

  static Vertx vertx() {
    return Shared.VERTX;
  }

  /**
   * All threads are started here, so that they are in one group, because no thread factory creates
   * the timer's thread.
   */
  private static Vertx started() {
    Callable<Vertx> maker =
        () -> {
          Vertx vertx =
              VertxBootstrap.create()
                  .options(small())
                  .threadFactory(new OriginLoop())
                  .init()
                  .vertx();
          Await.result(
              "the start of the origin's threads",
              vertx
                  .createHttpServer()
                  .requestHandler(_ -> {})
                  .listen(0, "127.0.0.1")
                  .compose(server -> server.close())
                  .toCompletionStage());
          return vertx;
        };
    FutureTask<Vertx> making = new FutureTask<>(maker);
    Thread.ofPlatform()
        .group(new ThreadGroup(PermanentThreads.ORIGIN))
        .name("origin-maker")
        .daemon()
        .start(making);
    return Await.result("the creation of the origin", making);
  }

  private static VertxOptions small() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setUseDaemonThread(true) // a program that has closed its origin may end
        // Not the origin, but the learner's code may keep the machine busy.
        .setBlockedThreadCheckInterval(1)
        .setBlockedThreadCheckIntervalUnit(TimeUnit.HOURS)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  @Override
  public VertxThread newVertxThread(
      Runnable target, String name, boolean worker, long maxExecTime, TimeUnit unit) {
    return new VertxThread(
        target, name.replaceFirst("^vert\\.x-", "origin-"), worker, maxExecTime, unit);
  }
}
