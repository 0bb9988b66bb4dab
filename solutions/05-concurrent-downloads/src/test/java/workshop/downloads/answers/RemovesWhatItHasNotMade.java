package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** Cleans up in any case, also when the URL was refused and the old file is there. */
@WrongAnswer("A file is missing: one that was there before")
public class RemovesWhatItHasNotMade extends OneByOne {

  @Override
  public void download(HttpClient client, URI from, Path to, Duration timeout)
      throws IOException, InterruptedException {
    boolean isThere = false;
    try {
      super.download(client, from, to, timeout);
      isThere = true;
    } finally {
      if (!isThere) {
        Files.deleteIfExists(to);
      }
    }
  }
}
