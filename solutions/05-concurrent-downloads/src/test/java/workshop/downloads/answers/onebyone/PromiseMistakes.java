package workshop.downloads.answers.onebyone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link OneByOne} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** The error names everything, and is none that a caller of a download expects. */
  @WrongAnswer("Callers expect an IOException when a download fails")
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

  /** Cleans up in any case, also when the URL was refused and the old file is there. */
  @WrongAnswer("A file is missing: one that was there before")
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

  /** A request has no timeout unless somebody gives it one. */
  @WrongAnswer("the timeout was 100 ms, and the caller still waits")
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
}
