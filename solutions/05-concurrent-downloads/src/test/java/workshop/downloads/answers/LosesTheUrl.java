package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** "fixed content-length: 300000, bytes received: 100000", and of which of the hundred? */
@WrongAnswer("this does not say which one failed")
public class LosesTheUrl extends OneByOne {

  @Override
  public void download(HttpClient client, URI from, Path to, Duration timeout)
      throws IOException, InterruptedException {
    try {
      check(client.send(HttpRequest.newBuilder(from).timeout(timeout).build(), into(to)));
    } catch (IOException | InterruptedException e) {
      Files.deleteIfExists(to);
      throw e;
    }
  }
}
