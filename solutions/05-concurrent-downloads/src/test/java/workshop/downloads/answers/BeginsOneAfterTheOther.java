package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.downloads.AllAtOnce;
import workshop.testkit.exercise.WrongAnswer;

/** Nobody blocks, and yet each download waits for the one before it. */
@WrongAnswer("The downloads run one after another")
public class BeginsOneAfterTheOther extends AllAtOnce {

  @Override
  public CompletableFuture<List<Path>> downloadAll(
      HttpClient client, List<URI> files, Path directory) {
    List<Path> paths = new ArrayList<>();
    CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    for (URI from : files) {
      last =
          last.thenCompose(_ -> download(client, from, directory.resolve(Names.of(from))))
              .thenAccept(paths::add);
    }
    return last.thenApply(_ -> paths);
  }
}
