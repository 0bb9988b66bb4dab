package workshop.vertx;

import com.sun.management.UnixOperatingSystemMXBean;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import workshop.disk.Disk;
import workshop.disk.Recording;

/** A file server that runs on an {@link EventLoop}; its root is the folder {@code site}. */
final class TestServer implements AutoCloseable {

  private final Disk disk;
  private final EventLoop loop;
  private final int port;
  private final List<RawClient> clients = new ArrayList<>();

  private TestServer(Disk disk, EventLoop loop, int port) {
    this.disk = disk;
    this.loop = loop;
    this.port = port;
  }

  static TestServer open(Disk disk, FileServer server) {
    return open(EventLoop.open(disk), disk, server);
  }

  /** Opens a server with few workers, so that a request that occupies one shows. */
  static TestServer withWorkers(int workers, Disk disk, FileServer server) {
    return open(EventLoop.open(disk, workers), disk, server);
  }

  private static TestServer open(EventLoop loop, Disk disk, FileServer server) {
    return open(loop, disk, vertx -> server.start(vertx, root(disk), 0));
  }

  static TestServer open(Disk disk, Function<Vertx, Future<HttpServer>> server) {
    return open(EventLoop.open(disk), disk, server);
  }

  private static TestServer open(
      EventLoop loop, Disk disk, Function<Vertx, Future<HttpServer>> server) {
    try {
      HttpServer started = loop.call("start()", () -> server.apply(loop.vertx())).result();
      return new TestServer(disk, loop, started.actualPort());
    } catch (Throwable notOpen) {
      try (loop) {
        throw notOpen;
      }
    }
  }

  /**
   * Opens a server that answers every request with {@code send} of one resource.
   *
   * @param sent gets the future of each call, before the call is made
   */
  static TestServer sending(
      Disk disk, FileServer server, Resource resource, Consumer<Future<Void>> sent) {
    return open(
        disk,
        vertx ->
            vertx
                .createHttpServer()
                .requestHandler(request -> {
                  Promise<Void> done = Promise.promise();
                  sent.accept(done.future());
                  Future.succeededFuture(resource)
                      .compose(found -> server.send(vertx, found, request))
                      .onFailure(error -> request.connection().close())
                      .onComplete(done);
                })
                .listen(0, "127.0.0.1"));
  }

  static Path root(Disk disk) {
    return disk.path("site");
  }

  /** Returns 1000, or less if a process can have fewer open files: each client needs two. */
  static int thousandOrFewer() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? (int) Math.min(1000, system.getMaxFileDescriptorCount() / 4)
        : 1000;
  }

  /** Returns what has happened on the disk so far. */
  Recording recording() {
    return disk.recording();
  }

  EventLoop loop() {
    return loop;
  }

  int port() {
    return port;
  }

  /** Returns a new client, which disconnects when the server is closed. */
  RawClient client() throws IOException {
    RawClient client = RawClient.at(port).explainedBy(this::reportedError);
    clients.add(client);
    return client;
  }

  /** Waits for an error of the server, which may be reported after the connection is closed. */
  private Throwable reportedError() {
    loop.eventually(() -> loop.unhandled() != null);
    return loop.unhandled();
  }

  /** Waits until the files are closed, which may be after the last byte was sent. */
  void assertFilesAreClosed() {
    loop.eventually(() -> disk.recording().openHandles().isEmpty());
    loop.assertNothingIsOpen();
  }

  /**
   * Closes the server and fails if a file is open. The clients stay connected until that is known.
   */
  @Override
  public void close() throws IOException {
    try (loop) {
      loop.eventually(() -> disk.recording().openHandles().isEmpty());
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
  }
}
