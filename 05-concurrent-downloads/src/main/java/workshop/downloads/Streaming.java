package workshop.downloads;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The same delivery in a kitchen with an event loop: crates go from the van to the shelf as they
 * arrive, and when the shelf is full, the van waits outside.
 *
 * <p>The event loop must never wait for the disk, and no byte may be lost while the file is being
 * opened. The suite holds the disk, and checks the event loop and how much the server has sent.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class Streaming {

  /** Returns a client that can have up to {@code connections} requests in flight to one server. */
  public HttpClient client(Vertx vertx, int connections) {
    // TODO(05-6): make a client with a pool of this size; what is the default?
    throw new UnsupportedOperationException("TODO(05-6): a client with room for its requests");
  }

  /**
   * Downloads {@code from} to {@code to}, which is created if it is absent and emptied if it
   * exists.
   *
   * @param deadline when this time has passed, the download fails, no matter what it is waiting
   *     for: a connection, the reply, or the body
   * @return succeeds when the file is whole and closed; fails with an {@link java.io.IOException}
   *     that names the URL and the reason, after removing what this download wrote
   * @throws IllegalArgumentException if {@code from} is not an http or https URL
   */
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    // TODO(05-6): request, check the status, open the file, pipe the body; end at the deadline.
    throw new UnsupportedOperationException("TODO(05-6): pipe the body into the file");
  }
}
