package workshop.downloads.answers.onebyone;

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
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link OneByOne} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Throws an unchecked exception with the right message. */
  @WrongAnswer("A caller expects an IOException when a download fails")
  public static class ThrowsAnUncheckedException extends OneByOne {

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

  /** Deletes the file after any failure, even if this download has not begun. */
  @WrongAnswer("An older file, or one that had arrived completely, is gone")
  public static class DeletesAFileItDidNotCreate extends OneByOne {

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

  /** Does not pass the timeout on to the request. */
  @WrongAnswer("The timeout of 50 ms has passed, and the caller is still waiting")
  public static class SetsNoTimeout extends OneByOne {

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

  /** Sends a second request after a broken connection. */
  @WrongAnswer("The download sent another request")
  public static class TriesASecondTime extends OneByOne {

    @Override
    public void download(HttpClient client, URI from, Path to, Duration timeout)
        throws IOException, InterruptedException {
      try {
        super.download(client, from, to, timeout);
      } catch (BadStatus notThere) {
        throw notThere;
      } catch (IOException broken) {
        super.download(client, from, to, timeout);
      }
    }
  }

  /** Keeps the file of the last download in a field. */
  @WrongAnswer("One download has removed the file of another one")
  public static class SharesItsBodyFile extends OneByOne {

    private volatile BodyFile body;

    @Override
    public void download(HttpClient client, URI from, Path to, Duration timeout)
        throws IOException, InterruptedException {
      HttpRequest request = HttpRequest.newBuilder(from).timeout(timeout).build();
      body = new BodyFile(to);
      try {
        check(client.send(request, body.guard(into(to))));
      } catch (IOException | RuntimeException failed) {
        throw body.discardAfter(Failure.naming(from, failed));
      } catch (InterruptedException stopped) {
        throw body.discardAfter(stopped);
      }
    }
  }
}
