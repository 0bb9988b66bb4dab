package workshop.downloads.answers.allatonce;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import workshop.downloads.AllAtOnce;
import workshop.downloads.Download;
import workshop.downloads.OneByOne;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link AllAtOnce}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Begins all downloads, and then combines each result with the list of the earlier ones. */
  @RightAnswer
  public static class CombinesInPairs extends AllAtOnce {

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

  /** Lets the download that ends last make the list. */
  @RightAnswer
  public static class CountsDownToTheLast extends AllAtOnce {

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
                Futures.pass(
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

  /** Runs the blocking code of 05-1 on a virtual thread for each download. */
  @RightAnswer
  public static class WaitsOnVirtualThreads extends AllAtOnce {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to) {
      CompletableFuture<Path> result = new CompletableFuture<>();
      Thread.startVirtualThread(() -> {
        try {
          new OneByOne().download(client, from, to, Duration.ofMinutes(1));
          result.complete(to);
        } catch (Exception e) {
          result.completeExceptionally(e);
        }
      });
      return result;
    }
  }
}
