package workshop.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.testkit.thread.Await;

/**
 * Measures how long {@value #CLIENTS} clients wait for files on a disk that takes {@value #MILLIS}
 * ms for each read: once with a handler that blocks the event loop, and once with the file server.
 */
class ContrastTest {

  private static final int CLIENTS = 40;
  private static final int MILLIS = 50;

  /** With 20 workers the ideal is 20. A busy machine with two processors stays far above 4. */
  private static final double AT_LEAST = 4;

  @Test
  void a_free_event_loop_serves_slow_files_at_least_four_times_as_fast(@TempDir Path directory)
      throws IOException {
    try (Disk disk = Disk.watch(directory)) {
      disk.seed("menu.txt", "soup");
      disk.when(Op.READ).takes(Duration.ofMillis(MILLIS));

      long blocking = millis(disk, new BlockingServer());
      long free = millis(disk, new FileServer());

      double ratio = (double) blocking / free;
      System.out.printf(
          "04 Vert.x: %d clients, %d ms per read: %,d ms with a blocking handler, %,d ms with the event"
              + " loop free, ratio %.1f%n",
          CLIENTS, MILLIS, blocking, free, ratio);
      assertThat(ratio).isGreaterThan(AT_LEAST);
    }
  }

  /** The same server, but its handler reads on the event loop. */
  private static final class BlockingServer extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      Buffer all = vertx.fileSystem().readFileBlocking(resource.file().toString());
      return Reply.to(request, resource).announce(request.response()).end(all);
    }
  }

  private static long millis(Disk disk, FileServer files) throws IOException {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    List<RawClient> clients = new ArrayList<>();
    try {
      HttpServer server = result("a server", files.start(vertx, disk.directory(), 0));
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(RawClient.at(server.actualPort()));
      }
      long start = System.nanoTime();
      for (RawClient client : clients) {
        client.send("GET", "/menu.txt");
      }
      for (RawClient client : clients) {
        assertThat(client.answer().text()).isEqualTo("soup");
      }
      return Duration.ofNanos(System.nanoTime() - start).toMillis();
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
      result("the closing of Vert.x", vertx.close());
    }
  }

  private static <T> T result(String what, Future<T> future) {
    return Await.result(what, future.toCompletionStage());
  }
}
