package workshop.downloads;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * All orders go out at once, and the chef goes on cooking. Deliveries arrive in any order; the list
 * that is handed over at the end is in the order of the orders.
 *
 * <p>Built with your {@link OneByOne#into} and {@link OneByOne#check}. The suite holds the replies,
 * looks how many requests are on their way together, and whether the caller came back.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class AllAtOnce {

  /**
   * Begins a download and returns at once.
   *
   * @return {@code to} when it is there, whole; fails with an {@link java.io.IOException} that
   *     names the URL and the reason, and then nothing half made is left
   * @throws IllegalArgumentException if {@code from} is no http or https URL
   */
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to) {
    // TODO(05-2): send without waiting; check the reply when it comes; clean up if it fails.
    throw new UnsupportedOperationException("TODO(05-2): begin one download");
  }

  /**
   * Begins all downloads and returns at once. Each goes to {@code directory}, under the last part
   * of its URL's path.
   *
   * @return the files in the order of {@code files} when all have ended; fails if one has failed,
   *     but not before the others have ended
   * @throws IllegalArgumentException if one of {@code files} is no http or https URL; then none was
   *     begun
   */
  public CompletableFuture<List<Path>> downloadAll(
      HttpClient client, List<URI> files, Path directory) {
    // TODO(05-2): begin them all, then put the results together when the last has ended.
    throw new UnsupportedOperationException("TODO(05-2): begin all downloads, and wait for none");
  }
}
