package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** The error names everything, and is none that a caller of a download expects. */
@WrongAnswer("Callers expect an IOException when a download fails")
public class FailsWithAnError extends OneByOne {

  @Override
  public void download(HttpClient client, URI from, Path to, Duration timeout)
      throws IOException, InterruptedException {
    try {
      super.download(client, from, to, timeout);
    } catch (IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
