package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.downloads.AllAtOnce;
import workshop.testkit.exercise.WrongAnswer;

/** A stream handles its elements one by one: begin, wait, begin, wait. */
@WrongAnswer("while the server holds the request")
public class JoinsInTheStream extends AllAtOnce {

  @Override
  public CompletableFuture<List<Path>> downloadAll(
      HttpClient client, List<URI> files, Path directory) {
    return CompletableFuture.completedFuture(
        files.stream()
            .map(from -> download(client, from, directory.resolve(Names.of(from))))
            .map(CompletableFuture::join)
            .toList());
  }
}
