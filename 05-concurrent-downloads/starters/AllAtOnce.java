package workshop.downloads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The kitchen sends all its orders at once and keeps cooking. The deliveries arrive in any order,
 * but the list of deliveries keeps the order in which they were ordered.
 *
 * <p>Use your {@link OneByOne#into} and {@link OneByOne#check}, and the given {@link
 * Download#into}. The suite holds the replies and counts the requests that are in flight together.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class AllAtOnce {

  /**
   * Begins a download and returns at once.
   *
   * @return {@code to} when the whole file is there; fails with an {@link IOException} that names
   *     the URL and the reason, after removing what this download wrote
   * @throws IllegalArgumentException if {@code from} is not an http or https URL
   */
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to) {
    // TODO(05-2): send without waiting; check the reply when it arrives; discard on failure.
    throw new UnsupportedOperationException("TODO(05-2): begin one download");
  }

  /**
   * Begins all downloads and returns at once. Each goes to {@code directory}, under the last part
   * of its URL's path.
   *
   * @return the files in the order of {@code files}, when all downloads have ended; fails if one of
   *     them has failed, but only after all have ended
   * @throws IllegalArgumentException if {@link Download#into} rejects one of {@code files}; in that
   *     case, no request was sent
   */
  public CompletableFuture<List<Path>> downloadAll(
      HttpClient client, List<URI> files, Path directory) {
    // TODO(05-2): begin them all, and collect the results when the last one has ended.
    throw new UnsupportedOperationException("TODO(05-2): begin all downloads, and wait for none");
  }
}
