package workshop.vertx;

import com.sun.management.UnixOperatingSystemMXBean;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import workshop.disk.Disk;
import workshop.disk.Recording;

/** A file server that is open for guests, with its root in the folder {@code site} of the disk. */
final class Site implements AutoCloseable {

  private final Disk disk;
  private final Kitchen kitchen;
  private final int port;
  private final List<Guest> guests = new ArrayList<>();

  private Site(Disk disk, Kitchen kitchen, int port) {
    this.disk = disk;
    this.kitchen = kitchen;
    this.port = port;
  }

  static Site open(Disk disk, FileServer server) {
    return open(disk, vertx -> server.start(vertx, root(disk), 0));
  }

  static Site open(Disk disk, Function<Vertx, Future<HttpServer>> server) {
    Kitchen kitchen = Kitchen.open(disk);
    try {
      HttpServer started = kitchen.order("start()", () -> server.apply(kitchen.vertx())).served();
      return new Site(disk, kitchen, started.actualPort());
    } catch (Throwable notOpen) {
      try (kitchen) {
        throw notOpen;
      }
    }
  }

  /** A server that sends {@code resource} to everybody, and then has nothing more to say. */
  static Site sending(Disk disk, FileServer server, Resource resource, CountDownLatch asked) {
    return open(
        disk,
        vertx ->
            vertx
                .createHttpServer()
                .requestHandler(request -> {
                  asked.countDown();
                  Future.succeededFuture(resource)
                      .compose(found -> server.send(vertx, found, request))
                      .onComplete(done -> request.connection().close());
                })
                .listen(0, "127.0.0.1"));
  }

  static Path root(Disk disk) {
    return disk.path("site");
  }

  /** A thousand, or fewer where the system lends a process too few open files: two for a guest. */
  static int thousand() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? (int) Math.min(1000, system.getMaxFileDescriptorCount() / 4)
        : 1000;
  }

  /** What has happened on the disk until now. */
  Recording recording() {
    return disk.recording();
  }

  Kitchen kitchen() {
    return kitchen;
  }

  int port() {
    return port;
  }

  /** Returns a new guest, who leaves when the site is closed. */
  Guest guest() throws IOException {
    Guest guest = Guest.at(port);
    guests.add(guest);
    return guest;
  }

  /** Waits until the files are closed: a little later than their last bytes are sent. */
  void assertFilesAreClosed() {
    kitchen.comesToPass(() -> disk.recording().openHandles().isEmpty());
    kitchen.assertNothingIsOpen();
  }

  /**
   * Closes the site, and fails if a file is left open. Guests are still there until that is known.
   */
  @Override
  public void close() throws IOException {
    try (kitchen) {
      kitchen.comesToPass(() -> disk.recording().openHandles().isEmpty());
    } finally {
      for (Guest guest : guests) {
        guest.close();
      }
    }
  }
}
