package workshop.downloads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One delivery at a time, and none is signed for unseen: a page that says "not found" is no file,
 * and neither is the first half of one.
 *
 * <p>Whatever goes wrong, the caller gets an {@link IOException} whose message names the URL and
 * the reason, and no half of a file stays behind.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class OneByOne {

  /**
   * Returns a handler that stores the body of a reply with status 200 in {@code file}, made if it
   * is absent and emptied if it is there. Of any other reply the body is dropped.
   */
  public BodyHandler<Path> into(Path file) {
    // TODO(05-1): look at the status first; ofFile alone neither does that nor empties the file.
    throw new UnsupportedOperationException("TODO(05-1): a handler that stores a 200 only");
  }

  /**
   * Returns if {@code response} is the whole file.
   *
   * @throws BadStatus if its status is not 200
   * @throws IOException if the file is not as long as {@code Content-Length} says; names the URL
   */
  public void check(HttpResponse<Path> response) throws IOException {
    // TODO(05-1): refuse another status, and another length than the one that was announced.
    throw new UnsupportedOperationException("TODO(05-1): check status and length");
  }

  /**
   * Downloads {@code from} to {@code to}, and blocks the caller until that is done.
   *
   * @param patience how long the reply may take to begin
   * @throws IOException if it fails; afterwards {@code to} is whole, new or old, or it is not there
   * @throws IllegalArgumentException if {@code from} is no http or https URL
   */
  public void download(HttpClient client, URI from, Path to, Duration patience)
      throws IOException, InterruptedException {
    // TODO(05-1): send with a timeout, check; on any error remove what is there, and name the URL.
    throw new UnsupportedOperationException("TODO(05-1): download one file, correctly");
  }
}
