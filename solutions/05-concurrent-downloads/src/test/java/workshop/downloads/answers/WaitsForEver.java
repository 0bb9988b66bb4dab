package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** A request has no timeout unless somebody gives it one. */
@WrongAnswer("the timeout was 100 ms, and the caller still waits")
public class WaitsForEver extends OneByOne {

  @Override
  public void download(HttpClient client, URI from, Path to, Duration timeout)
      throws IOException, InterruptedException {
    try {
      check(client.send(HttpRequest.newBuilder(from).build(), into(to)));
    } catch (IOException | InterruptedException e) {
      Files.deleteIfExists(to);
      if (e instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw Failure.naming(from, e);
    }
  }
}
