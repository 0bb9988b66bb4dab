package workshop.downloads.answers.onebyone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.BodyFile;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link OneByOne} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Passes on the client's error, which does not name the URL. */
  @WrongAnswer("the error does not name the URL")
  public static class LosesTheUrl extends OneByOne {

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

  /** Cleans up in a finally block, whose error replaces the first one. */
  @WrongAnswer("An error from the cleanup replaced the first one")
  public static class LosesTheErrorInTheCleanUp extends OneByOne {

    @Override
    public void download(HttpClient client, URI from, Path to, Duration timeout)
        throws IOException, InterruptedException {
      HttpRequest request = HttpRequest.newBuilder(from).timeout(timeout).build();
      BodyFile body = new BodyFile(to);
      boolean arrived = false;
      boolean began = false;
      try {
        HttpResponse<Path> response = client.send(request, body.guard(into(to)));
        began = response.statusCode() == 200;
        check(response);
        arrived = true;
      } catch (IOException failed) {
        began = String.valueOf(failed.getMessage()).contains("bytes received");
        throw Failure.naming(from, failed);
      } finally {
        if (began && !arrived) {
          try {
            Files.deleteIfExists(to);
          } catch (IOException notDeleted) {
            throw Failure.naming(from, notDeleted);
          }
        } else if (!arrived) {
          body.discardAfter(new IOException());
        }
      }
    }
  }
}
