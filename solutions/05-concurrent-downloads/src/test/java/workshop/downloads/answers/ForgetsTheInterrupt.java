package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** One exception is as good as another, and the interrupt is forgotten. */
@WrongAnswer("interrupt")
public class ForgetsTheInterrupt extends OneByOne {

  @Override
  public void download(HttpClient client, URI from, Path to, Duration timeout) throws IOException {
    try {
      super.download(client, from, to, timeout);
    } catch (InterruptedException e) {
      throw Failure.naming(from, e);
    }
  }
}
