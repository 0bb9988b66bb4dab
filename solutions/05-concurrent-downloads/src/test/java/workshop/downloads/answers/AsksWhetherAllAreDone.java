package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.downloads.AllAtOnce;
import workshop.testkit.exercise.WrongAnswer;

/** A virtual thread looks every few milliseconds whether all are done. */
@WrongAnswer("That is busy waiting")
public class AsksWhetherAllAreDone extends AllAtOnce {

  @Override
  public CompletableFuture<List<Path>> downloadAll(
      HttpClient client, List<URI> files, Path directory) {
    files.forEach(HttpRequest::newBuilder);
    List<CompletableFuture<Path>> downloads =
        files.stream()
            .map(from -> download(client, from, directory.resolve(Names.of(from))))
            .toList();
    CompletableFuture<List<Path>> result = new CompletableFuture<>();
    Thread.startVirtualThread(() -> {
      try {
        while (!downloads.stream().allMatch(CompletableFuture::isDone)) {
          Thread.sleep(10);
        }
        result.complete(downloads.stream().map(CompletableFuture::join).toList());
      } catch (RuntimeException | InterruptedException e) {
        result.completeExceptionally(e);
      }
    });
    return result;
  }
}
