package workshop.downloads.answers.allatonce;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.downloads.AllAtOnce;
import workshop.downloads.answers.TargetNames;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AllAtOnce} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Reports the first failure at once, while the others are still running. */
  @WrongAnswer("file-2 was still held by the server, after file-0 had failed")
  public static class FailsFast extends AllAtOnce {

    @Override
    public CompletableFuture<List<Path>> downloadAll(
        HttpClient client, List<URI> files, Path directory) {
      CompletableFuture<List<Path>> result = new CompletableFuture<>();
      List<CompletableFuture<Path>> downloads =
          files.stream()
              .map(from -> download(client, from, directory.resolve(TargetNames.of(from))))
              .toList();
      downloads.forEach(download ->
          download.exceptionally(why -> {
            result.completeExceptionally(why);
            return directory;
          }));
      CompletableFuture.allOf(downloads.toArray(CompletableFuture<?>[]::new))
          .thenRun(() -> result.complete(downloads.stream().map(CompletableFuture::join).toList()));
      return result;
    }
  }

  /** Uses {@code anyOf} instead of {@code allOf}. */
  @WrongAnswer("The result was complete while file-2 was still held")
  public static class WaitsForTheFirstOnly extends AllAtOnce {

    @Override
    public CompletableFuture<List<Path>> downloadAll(
        HttpClient client, List<URI> files, Path directory) {
      List<CompletableFuture<Path>> downloads =
          files.stream()
              .map(from -> download(client, from, directory.resolve(TargetNames.of(from))))
              .toList();
      return CompletableFuture.anyOf(downloads.toArray(CompletableFuture<?>[]::new))
          .thenApply(
              _ -> files.stream().map(from -> directory.resolve(TargetNames.of(from))).toList());
    }
  }
}
