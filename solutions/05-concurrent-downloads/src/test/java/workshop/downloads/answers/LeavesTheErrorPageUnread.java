package workshop.downloads.answers;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import workshop.downloads.BadStatus;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** A stream that is closed where all goes well, and forgotten where the status is another one. */
@WrongAnswer("requests are still in flight")
public class LeavesTheErrorPageUnread extends OneByOne {

  @Override
  public void download(HttpClient client, URI from, Path to, Duration timeout)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(from).timeout(timeout).build();
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw BadStatus.of(response);
      }
      store(response, to);
    } catch (BadStatus notTheFile) {
      throw notTheFile;
    } catch (IOException e) {
      Files.deleteIfExists(to);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw Failure.naming(from, e);
    }
  }

  private static void store(HttpResponse<InputStream> response, Path to) throws IOException {
    long length;
    try (InputStream body = response.body()) {
      length = Files.copy(body, to, REPLACE_EXISTING);
    }
    OptionalLong announced = response.headers().firstValueAsLong("Content-Length");
    if (announced.isPresent() && announced.getAsLong() != length) {
      throw new IOException(response.uri() + ": not whole");
    }
  }
}
