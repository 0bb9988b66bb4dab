package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import workshop.downloads.AllAtOnce;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.RightAnswer;

/** One virtual thread for each download, and the blocking code of 05-1 on it. */
@RightAnswer
public class WaitsOnVirtualThreads extends AllAtOnce {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to) {
    CompletableFuture<Path> result = new CompletableFuture<>();
    Thread.startVirtualThread(() -> {
      try {
        new OneByOne().download(client, from, to, Duration.ofMinutes(1));
        result.complete(to);
      } catch (Exception e) {
        result.completeExceptionally(e);
      }
    });
    return result;
  }
}
