package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.downloads.AllAtOnce;
import workshop.testkit.exercise.WrongAnswer;

/** The third URL is refused when the first two are on their way. */
@WrongAnswer("It was refused, and the others are on their way")
public class BeginsBeforeItHasLooked extends AllAtOnce {

  @Override
  public CompletableFuture<List<Path>> downloadAll(
      HttpClient client, List<URI> files, Path directory) {
    List<CompletableFuture<Path>> downloads =
        files.stream()
            .map(from -> download(client, from, directory.resolve(Names.of(from))))
            .toList();
    return CompletableFuture.allOf(downloads.toArray(CompletableFuture<?>[]::new))
        .thenApply(_ -> downloads.stream().map(CompletableFuture::join).toList());
  }
}
