package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.downloads.AllAtOnce;
import workshop.downloads.Download;
import workshop.testkit.exercise.WrongAnswer;

/** Resolves each name when its turn has come. */
@WrongAnswer("It was refused, and the others are on their way")
public class FindsABadNameHalfway extends AllAtOnce {

  @Override
  public CompletableFuture<List<Path>> downloadAll(
      HttpClient client, List<URI> files, Path directory) {
    return Collected.inOrder(
        files.stream()
            .map(from -> Download.into(directory, List.of(from)).getFirst())
            .map(each -> download(client, each.from(), each.to()))
            .toList());
  }
}
