package workshop.downloads.answers.onebyone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.BodyFile;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link OneByOne} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Cleans up after a failure, but not after an interrupt in the middle of the body. */
  @WrongAnswer("The caller was interrupted in the middle of the body. The directory now holds")
  public static class LeavesTheFileAfterAnInterrupt extends OneByOne {

    @Override
    public void download(HttpClient client, URI from, Path to, Duration timeout)
        throws IOException, InterruptedException {
      HttpRequest request = HttpRequest.newBuilder(from).timeout(timeout).build();
      BodyFile body = new BodyFile(to);
      try {
        check(client.send(request, body.guard(into(to))));
      } catch (IOException failed) {
        throw body.discardAfter(Failure.naming(from, failed));
      }
    }
  }
}
