package workshop.downloads;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

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
    // ofFile(file) is CREATE and WRITE: the tail of a longer old file would stay.
    return reply ->
        reply.statusCode() == 200
            ? BodySubscribers.ofFile(file, CREATE, TRUNCATE_EXISTING, WRITE)
            : BodySubscribers.replacing(file);
  }

  /**
   * Returns if {@code response} is the whole file.
   *
   * @throws BadStatus if its status is not 200
   * @throws IOException if the file is not as long as {@code Content-Length} says; names the URL
   */
  public void check(HttpResponse<Path> response) throws IOException {
    if (response.statusCode() != 200) {
      throw BadStatus.of(response);
    }
    // Over HTTP/1.1 the client compares the lengths itself, over HTTP/2 it does not.
    OptionalLong announced = response.headers().firstValueAsLong("Content-Length");
    long arrived = Files.size(response.body());
    if (announced.isPresent() && announced.getAsLong() != arrived) {
      throw new IOException(
          "%s: %d of %d bytes".formatted(response.uri(), arrived, announced.getAsLong()));
    }
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
    // Covers the time until the headers are there, not the body: see 05-4.
    HttpRequest request = HttpRequest.newBuilder(from).timeout(patience).build();
    try {
      check(client.send(request, into(to)));
    } catch (BadStatus notTheFile) {
      throw notTheFile; // nothing was written, and it names the URL already
    } catch (IOException | InterruptedException failed) {
      Files.deleteIfExists(to);
      if (failed instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw Failure.naming(from, failed);
    }
  }
}
