package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** The error is reported, and what there is of the file stays. */
@WrongAnswer("The connection was closed after 100000 of 300000 bytes. Now the directory holds")
public class LeavesHalfAFile extends OneByOne {

  @Override
  public void download(HttpClient client, URI from, Path to, Duration timeout)
      throws IOException, InterruptedException {
    try {
      check(client.send(HttpRequest.newBuilder(from).timeout(timeout).build(), into(to)));
    } catch (IOException e) {
      throw Failure.naming(from, e);
    }
  }
}
