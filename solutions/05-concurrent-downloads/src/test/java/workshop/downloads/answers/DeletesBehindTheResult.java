package workshop.downloads.answers;

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
import workshop.testkit.exercise.WrongAnswer;

/** A deletion that nothing waits for. */
@WrongAnswer("its file was still being deleted")
public class DeletesBehindTheResult extends AllAtOnce {

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
