package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.downloads.AllAtOnce;
import workshop.downloads.Download;
import workshop.testkit.exercise.WrongAnswer;

/** Takes what stands behind the last slash, as it is written. */
@WrongAnswer("the name is b c+d.bin")
public class NamesFilesByTheWholeUrl extends AllAtOnce {

  @Override
  public CompletableFuture<List<Path>> downloadAll(
      HttpClient client, List<URI> files, Path directory) {
    Download.into(directory, files);
    return Collected.inOrder(
        files.stream()
            .map(from -> {
              String url = from.toString();
              return download(
                  client, from, directory.resolve(url.substring(url.lastIndexOf('/') + 1)));
            })
            .toList());
  }
}
