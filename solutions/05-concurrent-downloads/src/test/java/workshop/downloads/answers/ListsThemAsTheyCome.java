package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import workshop.downloads.AllAtOnce;
import workshop.testkit.exercise.WrongAnswer;

/** A shared list that each download adds itself to: first come, first listed. */
@WrongAnswer("The last file arrived first, and the list was [")
public class ListsThemAsTheyCome extends AllAtOnce {

  @Override
  public CompletableFuture<List<Path>> downloadAll(
      HttpClient client, List<URI> files, Path directory) {
    List<Path> paths = new CopyOnWriteArrayList<>();
    CompletableFuture<?>[] downloads =
        files.stream()
            .map(from ->
                download(client, from, directory.resolve(Names.of(from))).thenAccept(paths::add))
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(downloads).thenApply(_ -> paths);
  }
}
