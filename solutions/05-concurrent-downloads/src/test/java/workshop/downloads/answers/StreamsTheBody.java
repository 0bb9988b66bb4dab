package workshop.downloads.answers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.BadStatus;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.RightAnswer;

/** Looks at the head of the reply before it takes the first byte of the body. */
@RightAnswer
public class StreamsTheBody extends OneByOne {

  @Override
  public void download(HttpClient client, URI from, Path to, Duration timeout)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(from).timeout(timeout).build();
    boolean opened = false;
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != 200) {
          throw BadStatus.of(response);
        }
        long announced = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        long arrived;
        try (OutputStream file = Files.newOutputStream(to)) {
          opened = true;
          arrived = body.transferTo(file);
        }
        if (announced >= 0 && announced != arrived) {
          throw new IOException(arrived + " of " + announced + " bytes");
        }
      }
    } catch (IOException e) {
      IOException failure = Failure.naming(from, e);
      try {
        if (opened) {
          Files.deleteIfExists(to);
        }
      } catch (IOException notDeleted) {
        failure.addSuppressed(notDeleted);
      }
      throw failure;
    }
  }
}
