package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.downloads.AllAtOnce;
import workshop.downloads.Download;
import workshop.testkit.exercise.RightAnswer;

/** All have begun; then each result is added to the list of those before it. */
@RightAnswer
public class CombinesInPairs extends AllAtOnce {

  @Override
  public CompletableFuture<List<Path>> downloadAll(
      HttpClient client, List<URI> files, Path directory) {
    List<CompletableFuture<Path>> downloads = new ArrayList<>();
    for (Download each : Download.into(directory, files)) {
      downloads.add(download(client, each.from(), each.to()));
    }
    CompletableFuture<List<Path>> all = CompletableFuture.completedFuture(new ArrayList<>());
    for (CompletableFuture<Path> download : downloads) {
      all =
          all.thenCombine(
              download,
              (list, path) -> {
                list.add(path);
                return list;
              });
    }
    return all;
  }
}
