package workshop.downloads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Deliveries go to the back door first, where they are unpacked, counted and checked. Only a
 * complete delivery gets its place on the shelf, so no shelf is ever half full.
 *
 * <p>Download to a file with another name in the same directory, and rename it. Use your {@link
 * OneByOne#into} and {@link OneByOne#check}; {@link BodyFile}, {@link Checksum} and {@link Fsync}
 * are given. The suite watches the directory all the time, and makes each step fail once.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class AllOrNothing {

  /**
   * Begins a download and returns at once. Two downloads may have the same target: it then holds
   * one complete file, from one of the two downloads.
   *
   * @param worker runs the work on files that the client does not do: verify, sync, rename, delete
   * @return {@code to} when the whole file is there and durable. Fails with an {@link IOException}
   *     that names the URL and the reason, or with a {@link CancellationException} if it was
   *     canceled; {@code to} is then as it was before, the request has ended, and no other file is
   *     left
   * @throws IllegalArgumentException if {@code from} is not an http or https URL
   */
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    // TODO(05-5): download next to the target, verify, sync, rename; clean up after any failure.
    throw new UnsupportedOperationException("TODO(05-5): all of the file, or nothing");
  }
}
