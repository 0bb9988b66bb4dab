package workshop.downloads;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
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
    // ofFile(file) alone is CREATE and WRITE: the end of a longer old file would stay.
    return reply ->
        reply.statusCode() == 200
            ? BodySubscribers.ofFile(file, CREATE, TRUNCATE_EXISTING, WRITE)
            : BodySubscribers.replacing(file);
  }

  /**
   * Returns normally if {@code response} is the whole file.
   *
   * @throws BadStatus if its status is not 200
   * @throws IOException if the file's length is not the one that {@code Content-Length} announces;
   *     names the URL
   */
  public void check(HttpResponse<Path> response) throws IOException {
    if (response.statusCode() != 200) {
      throw BadStatus.of(response);
    }
    long arrived = Files.size(response.body());
    HttpHeaders headers = response.headers();
    boolean chunked = headers.firstValue("Transfer-Encoding").isPresent(); // needs no length
    // The client looks at the first length only, and over HTTP/2 at none.
    for (String announced : headers.allValues("Content-Length")) {
      if (chunked || !announced.equals(Long.toString(arrived))) {
        throw new IOException(
            "%s: %d bytes arrived, but %s were announced"
                .formatted(response.uri(), arrived, announced));
      }
    }
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
    // On JDK 25 this timeout ends with the headers; the body may still stall: see 05-4.
    HttpRequest request = HttpRequest.newBuilder(from).timeout(timeout).build();
    BodyFile body = new BodyFile(to);
    try {
      check(client.send(request, body.guard(into(to))));
    } catch (IOException | RuntimeException failed) {
      throw body.discardAfter(Failure.naming(from, failed));
    } catch (InterruptedException | Error stopped) {
      body.discardAfter(stopped);
      throw stopped;
    }
  }
}
