package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** A number without its unit. */
@WrongAnswer("the timeout was 100 ms, and the caller still waits")
public class CountsTheTimeoutInSeconds extends OneByOne {

  @Override
  public void download(HttpClient client, URI from, Path to, Duration timeout)
      throws IOException, InterruptedException {
    super.download(client, from, to, Duration.ofSeconds(timeout.toMillis()));
  }
}
