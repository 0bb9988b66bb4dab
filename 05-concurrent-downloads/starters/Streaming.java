package workshop.downloads;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The same delivery in a kitchen with an event loop: crates go from the van to the shelf as they
 * come, none waits in the kitchen, and when the shelf is slow the van waits outside.
 *
 * <p>The loop must never wait for the disk, and no byte may be lost while the file is being opened.
 * The suite holds the disk and looks at the loop, and at how much the server was let to send.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class Streaming {

  /** Returns a client that has up to {@code connections} requests to one server in flight. */
  public HttpClient client(Vertx vertx, int connections) {
    // TODO(05-6): make a client with a pool of that size; how large is it if nobody says so?
    throw new UnsupportedOperationException("TODO(05-6): a client with room for its requests");
  }

  /**
   * Downloads {@code from} to {@code to}, made if it is absent and emptied if it is there.
   *
   * @param deadline after so long the download fails, whatever it is waiting for: a place in the
   *     client's pool, a reply, or the rest of it
   * @return completed when the file is whole and closed; fails with an error whose message names
   *     the URL and the reason, after what was half made is removed
   * @throws IllegalArgumentException if {@code from} is no http or https URL
   */
  public Future<Void> download(
      Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
    // TODO(05-6): request, check the status, open the file, let the body flow; end at the deadline.
    throw new UnsupportedOperationException("TODO(05-6): let the body flow into the file");
  }
}
