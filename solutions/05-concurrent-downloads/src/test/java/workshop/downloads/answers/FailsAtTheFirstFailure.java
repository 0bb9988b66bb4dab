package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.downloads.AllAtOnce;
import workshop.testkit.exercise.WrongAnswer;

/** Tells of the failure at once, and leaves the others running with nobody to wait for them. */
@WrongAnswer("file-0 had failed, and file-2 was still held")
public class FailsAtTheFirstFailure extends AllAtOnce {

  @Override
  public CompletableFuture<List<Path>> downloadAll(
      HttpClient client, List<URI> files, Path directory) {
    CompletableFuture<List<Path>> result = new CompletableFuture<>();
    List<CompletableFuture<Path>> downloads =
        files.stream()
            .map(from -> download(client, from, directory.resolve(Names.of(from))))
            .toList();
    downloads.forEach(download ->
        download.exceptionally(why -> {
          result.completeExceptionally(why);
          return directory;
        }));
    CompletableFuture.allOf(downloads.toArray(CompletableFuture<?>[]::new))
        .thenRun(() -> result.complete(downloads.stream().map(CompletableFuture::join).toList()));
    return result;
  }
}
