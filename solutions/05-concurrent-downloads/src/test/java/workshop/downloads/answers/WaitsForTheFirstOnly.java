package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.downloads.AllAtOnce;
import workshop.testkit.exercise.WrongAnswer;

/** One letter off: anyOf for allOf. */
@WrongAnswer("The result was there while file-2 was still held")
public class WaitsForTheFirstOnly extends AllAtOnce {

  @Override
  public CompletableFuture<List<Path>> downloadAll(
      HttpClient client, List<URI> files, Path directory) {
    List<CompletableFuture<Path>> downloads =
        files.stream()
            .map(from -> download(client, from, directory.resolve(Names.of(from))))
            .toList();
    return CompletableFuture.anyOf(downloads.toArray(CompletableFuture<?>[]::new))
        .thenApply(_ -> files.stream().map(from -> directory.resolve(Names.of(from))).toList());
  }
}
