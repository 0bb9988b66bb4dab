package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.downloads.AllAtOnce;
import workshop.testkit.exercise.WrongAnswer;

/** All are begun, and then a thread that the whole program shares waits for them. */
@WrongAnswer("waits in CompletableFuture.join at JoinsOnTheCommonPool.java:")
public class JoinsOnTheCommonPool extends AllAtOnce {

  @Override
  public CompletableFuture<List<Path>> downloadAll(
      HttpClient client, List<URI> files, Path directory) {
    files.forEach(HttpRequest::newBuilder);
    List<CompletableFuture<Path>> downloads =
        files.stream()
            .map(from -> download(client, from, directory.resolve(Names.of(from))))
            .toList();
    CompletableFuture<?> all =
        CompletableFuture.allOf(downloads.toArray(CompletableFuture<?>[]::new));
    return CompletableFuture.supplyAsync(() -> {
      all.handle((_, _) -> null).join();
      return downloads.stream().map(CompletableFuture::join).toList();
    });
  }
}
