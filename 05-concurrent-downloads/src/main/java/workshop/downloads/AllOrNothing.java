package workshop.downloads;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Deliveries go to the back door first: unpacked, counted, compared with the delivery note. Only
 * what is right gets its place on the shelf, and nobody ever sees a half-filled shelf.
 *
 * <p>The bytes go to a file of another name in the same directory. The suite looks at the directory
 * at every instant, and lets each step fail. Built with your {@link OneByOne#into} and {@link
 * OneByOne#check}; {@link Checksum#verify} is given.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class AllOrNothing {

  /**
   * Begins a download and returns at once. Two of them may go to the same file: it then holds the
   * one or the other, whole.
   *
   * @param worker runs the work on files that is not the client's: verifying, moving, deleting
   * @return {@code to} when it is there, whole; fails with an {@link java.io.IOException} that
   *     names the URL and the reason. Then, or when it is cancelled, {@code to} is as it was
   *     before, the request does not go on, and no other file is left
   * @throws IllegalArgumentException if {@code from} is no http or https URL
   */
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    // TODO(05-5): into a file beside it, verify, move in one step; clean up whatever happens.
    throw new UnsupportedOperationException("TODO(05-5): all of the file, or nothing");
  }
}
