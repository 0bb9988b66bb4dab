package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.BadStatus;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** Deletes at once: the client opens the file a moment later. */
@WrongAnswer("so an empty file stays for good")
public class DeletesWhatIsNotThereYet extends OneByOne {

  @Override
  public void download(HttpClient client, URI from, Path to, Duration timeout)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(from).timeout(timeout).build();
    try {
      check(client.send(request, into(to)));
    } catch (BadStatus notTheFile) {
      throw notTheFile;
    } catch (IOException failed) {
      Files.deleteIfExists(to);
      throw Failure.naming(from, failed);
    } catch (InterruptedException stopped) {
      Files.deleteIfExists(to);
      throw stopped;
    }
  }
}
