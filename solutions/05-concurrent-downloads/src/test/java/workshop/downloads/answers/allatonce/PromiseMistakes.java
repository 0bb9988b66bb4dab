package workshop.downloads.answers.allatonce;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import workshop.downloads.AllAtOnce;
import workshop.downloads.Failure;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AllAtOnce} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Reports a bad URL like a failure of the network. */
  @WrongAnswer("A bad URL looks like a network failure")
  public static class TakesABadUrlForAFailure extends AllAtOnce {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to) {
      try {
        return super.download(client, from, to);
      } catch (IllegalArgumentException bad) {
        return CompletableFuture.failedFuture(Failure.naming(from, bad));
      }
    }
  }
}
