package workshop.downloads.answers.allatonce;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.downloads.AllAtOnce;
import workshop.downloads.BodyFile;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AllAtOnce} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Deletes the file without waiting for the deletion. */
  @WrongAnswer("while its file was being deleted")
  public static class DeletesWithoutWaiting extends AllAtOnce {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to) {
      BodyFile body = new BodyFile(to);
      OneByOne single = new OneByOne();
      return client
          .sendAsync(HttpRequest.newBuilder(from).build(), body.guard(single.into(to)))
          .thenApply(response -> {
            try {
              single.check(response);
              return to;
            } catch (IOException notTheFile) {
              throw new CompletionException(notTheFile);
            }
          })
          .exceptionally(why -> {
            IOException failure = Failure.naming(from, why);
            Thread.startVirtualThread(() -> body.discardAfter(failure));
            throw new CompletionException(failure);
          });
    }
  }
}
