package workshop.downloads.answers.onebyone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link OneByOne} in which the wrong thread does the work, waits for it, or gets
 * the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Turns the InterruptedException into an IOException and loses the interrupt. */
  @WrongAnswer("The interrupt looks like a failed download")
  public static class ForgetsTheInterrupt extends OneByOne {

    @Override
    public void download(HttpClient client, URI from, Path to, Duration timeout)
        throws IOException {
      try {
        super.download(client, from, to, timeout);
      } catch (InterruptedException e) {
        throw Failure.naming(from, e);
      }
    }
  }
}
