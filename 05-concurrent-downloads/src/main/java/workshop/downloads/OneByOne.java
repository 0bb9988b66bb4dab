package workshop.downloads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The kitchen orders one delivery at a time and checks it at the door: a note that says "we do not
 * have that" is not the delivery, and neither is half of it.
 *
 * <p>A download ends with the whole file, or with an {@link IOException} whose message names the
 * URL and the reason. The given {@link BodyFile} removes what a failed download wrote.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class OneByOne {

  /**
   * Returns a handler that stores the body of a reply with status 200 in {@code file}, which is
   * created if it is absent and emptied if it exists. The body of any other reply is dropped.
   */
  public BodyHandler<Path> into(Path file) {
    // TODO(05-1): check the status first; if it is 200, store the body in an emptied file.
    throw new UnsupportedOperationException("TODO(05-1): a handler that stores a 200 only");
  }

  /**
   * Returns normally if {@code response} is the whole file.
   *
   * @throws BadStatus if its status is not 200
   * @throws IOException if the file's length is not the one that {@code Content-Length} announces;
   *     names the URL
   */
  public void check(HttpResponse<Path> response) throws IOException {
    // TODO(05-1): reject any other status, and a length that was not announced.
    throw new UnsupportedOperationException("TODO(05-1): check status and length");
  }

  /**
   * Downloads {@code from} to {@code to}, and blocks the caller until that is done.
   *
   * @param timeout how long the reply may take to begin
   * @throws IOException if the download fails; {@code to} is then deleted if its body had begun to
   *     arrive, and untouched if it had not
   * @throws IllegalArgumentException if {@code from} is not an http or https URL
   */
  public void download(HttpClient client, URI from, Path to, Duration timeout)
      throws IOException, InterruptedException {
    // TODO(05-1): send with a timeout and check; on any failure discard, and name the URL.
    throw new UnsupportedOperationException("TODO(05-1): download one file, correctly");
  }
}
