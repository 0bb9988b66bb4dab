package workshop.comparison.fileserver;

import static java.util.Objects.requireNonNull;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import workshop.comparison.result.Contender;
import workshop.comparison.run.Child;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.vertx.FileServer;

/**
 * A program that runs one file server for each of several techniques. It prints their ports, in the
 * same order, and ends when its input ends.
 *
 * <p>Arguments: the folder of the files, the milliseconds that each open of a file takes (0 for the
 * disk as it is), and the {@link Contender}s.
 */
final class ServerProcess {

  /** How many threads of the pool may wait for the disk: Vert.x's default. */
  static final int THREADS = VertxOptions.DEFAULT_WORKER_POOL_SIZE;

  /** As many event loops as nginx has workers. */
  static final int LOOPS = Nginx.WORKERS;

  static final String HEALTH = "/health";

  /** A free port. In Vert.x, all servers that name the same negative number share it. */
  private static final int ANY_BUT_SHARED = -1;

  private ServerProcess() {}

  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    long millis = Long.parseLong(arguments[1]);
    if (millis > 0) {
      Disk.watch(root).when(Op.OPEN).takes(Duration.ofMillis(millis));
    }
    for (int i = 2; i < arguments.length; i++) {
      Child.tellParent(start(Contender.valueOf(arguments[i]), root));
    }
    Child.awaitParent();
    System.exit(0); // without waiting for replies whose client is gone
  }

  private static int start(Contender contender, Path root) throws Exception {
    return switch (contender) {
      case BLOCKED_LOOP -> onLoops(vertx -> server(vertx, root, ServerProcess::block));
      case SEND_FILE -> onLoops(vertx -> server(vertx, root, ServerProcess::sendFile));
      case FILE_SERVER -> onLoops(vertx -> new FileServer().start(vertx, root, ANY_BUT_SHARED));
      case SERVER_POOL ->
          onLoops(vertx -> server(vertx, root, (request, file) -> pooled(vertx, request, file)));
      case SERVER_VIRTUAL -> {
        Executor threads = Executors.newVirtualThreadPerTaskExecutor();
        yield onLoops(
            vertx -> server(vertx, root, (request, file) -> virtual(threads, request, file)));
      }
      default -> throw new IllegalArgumentException("no way to serve files: " + contender);
    };
  }

  /** Starts the same server on each of {@link #LOOPS} event loops; they share a port. */
  private static int onLoops(Function<Vertx, Future<HttpServer>> start) throws Exception {
    CompletableFuture<Integer> port = new CompletableFuture<>();
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
    vertx
        .deployVerticle(
            () ->
                new VerticleBase() {
                  @Override
                  public Future<?> start() {
                    return start
                        .apply(vertx)
                        .onSuccess(server -> port.complete(server.actualPort()));
                  }
                },
            new DeploymentOptions().setInstances(LOOPS))
        .toCompletionStage()
        .toCompletableFuture()
        .get();
    return port.get();
  }

  /** What an event loop does with a request for a file. */
  @FunctionalInterface
  private interface Answer {
    Future<Void> to(HttpServerRequest request, Path file);
  }

  private static Future<HttpServer> server(Vertx vertx, Path root, Answer answer) {
    return vertx
        .createHttpServer()
        .requestHandler(request -> {
          String path = requireNonNull(request.path(), "the path of a request");
          if (HEALTH.equals(path)) {
            request.response().end("OK");
          } else {
            answer.to(request, root.resolve(path.substring(1)));
          }
        })
        .listen(ANY_BUT_SHARED, "127.0.0.1");
  }

  private static Future<Void> sendFile(HttpServerRequest request, Path file) {
    return request.response().sendFile(file.toString());
  }

  /** The mistake: while the disk is slow, all other clients wait. */
  private static Future<Void> block(HttpServerRequest request, Path file) {
    try {
      return request.response().end(Buffer.buffer(Files.readAllBytes(file)));
    } catch (IOException e) {
      return request.response().setStatusCode(404).end();
    }
  }

  /** Blocks a thread of the bounded pool; the loop sends what it has read. */
  private static Future<Void> pooled(Vertx vertx, HttpServerRequest request, Path file) {
    return vertx
        .executeBlocking(() -> Buffer.buffer(Files.readAllBytes(file)), false)
        .compose(request.response()::end, _ -> request.response().setStatusCode(404).end());
  }

  /** Blocks a virtual thread, and with it a carrier. */
  private static Future<Void> virtual(Executor threads, HttpServerRequest request, Path file) {
    Promise<Void> sent = Promise.promise();
    threads.execute(() -> block(request, file).onComplete(sent));
    return sent.future();
  }
}
