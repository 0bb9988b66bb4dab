package workshop.downloads.answers.allatonce;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import workshop.downloads.AllAtOnce;
import workshop.downloads.answers.TargetNames;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AllAtOnce} that do two steps in the wrong order, or at the same time. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Chains the downloads: no thread blocks, but each download waits for the previous one. */
  @WrongAnswer("The downloads run one after another")
  public static class ChainsTheDownloads extends AllAtOnce {

    @Override
    public CompletableFuture<List<Path>> downloadAll(
        HttpClient client, List<URI> files, Path directory) {
      List<Path> paths = new ArrayList<>();
      CompletableFuture<?> last = CompletableFuture.completedFuture(null);
      for (URI from : files) {
        last =
            last.thenCompose(_ -> download(client, from, directory.resolve(TargetNames.of(from))))
                .thenAccept(paths::add);
      }
      return last.thenApply(_ -> paths);
    }
  }

  /** Lets each download add itself to a shared list when it ends. */
  @WrongAnswer("The last file arrived first. The result is [")
  public static class CollectsInOrderOfCompletion extends AllAtOnce {

    @Override
    public CompletableFuture<List<Path>> downloadAll(
        HttpClient client, List<URI> files, Path directory) {
      List<Path> paths = new CopyOnWriteArrayList<>();
      CompletableFuture<?>[] downloads =
          files.stream()
              .map(from ->
                  download(client, from, directory.resolve(TargetNames.of(from)))
                      .thenAccept(paths::add))
              .toArray(CompletableFuture<?>[]::new);
      return CompletableFuture.allOf(downloads).thenApply(_ -> paths);
    }
  }

  /** Sorts the files by their names. */
  @WrongAnswer("do not sort them")
  public static class SortsTheFiles extends AllAtOnce {

    @Override
    public CompletableFuture<List<Path>> downloadAll(
        HttpClient client, List<URI> files, Path directory) {
      return super.downloadAll(client, files, directory)
          .thenApply(paths -> paths.stream().sorted().toList());
    }
  }
}
