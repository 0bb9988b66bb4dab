package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.BadStatus;
import workshop.downloads.BodyFile;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** Whatever went wrong, there must be no file of that name. */
@WrongAnswer("The clean-up has deleted something that this download did not create")
public class DeletesAnyFileOfThatName extends OneByOne {

  @Override
  public void download(HttpClient client, URI from, Path to, Duration timeout)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(from).timeout(timeout).build();
    BodyFile body = new BodyFile(to);
    try {
      check(client.send(request, body.guard(into(to))));
    } catch (BadStatus notTheFile) {
      throw notTheFile;
    } catch (IOException failed) {
      Files.deleteIfExists(to);
      throw body.discardAfter(Failure.naming(from, failed));
    } catch (InterruptedException stopped) {
      throw body.discardAfter(stopped);
    }
  }
}
