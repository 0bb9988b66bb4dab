package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import workshop.downloads.AllAtOnce;
import workshop.downloads.Download;
import workshop.testkit.exercise.RightAnswer;

/** No allOf: the download that ends last puts the list together. */
@RightAnswer
public class CountsDownToTheLast extends AllAtOnce {

  @Override
  public CompletableFuture<List<Path>> downloadAll(
      HttpClient client, List<URI> files, Path directory) {
    List<Download> all = Download.into(directory, files);
    CompletableFuture<List<Path>> result = new CompletableFuture<>();
    Path[] paths = new Path[files.size()];
    AtomicInteger open = new AtomicInteger(files.size());
    AtomicReference<Throwable> failure = new AtomicReference<>();
    for (int i = 0; i < paths.length; i++) {
      int mine = i;
      download(client, all.get(i).from(), all.get(i).to())
          .whenComplete((path, why) -> {
            paths[mine] = path;
            if (why != null) {
              failure.compareAndSet(null, why);
            }
            if (open.decrementAndGet() == 0) {
              Collected.pass(
                  List.copyOf(Arrays.asList(paths).stream().filter(p -> p != null).toList()),
                  failure.get(),
                  result);
            }
          });
    }
    if (paths.length == 0) {
      result.complete(List.of());
    }
    return result;
  }
}
