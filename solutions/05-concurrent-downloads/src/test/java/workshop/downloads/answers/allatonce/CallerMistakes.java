package workshop.downloads.answers.allatonce;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.downloads.AllAtOnce;
import workshop.downloads.answers.TargetNames;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link AllAtOnce} in which the wrong thread does the work, waits for it, or gets
 * the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Uses a lazy stream, which begins one download and waits for it before it begins the next. */
  @WrongAnswer("while the server held the request")
  public static class JoinsInTheStream extends AllAtOnce {

    @Override
    public CompletableFuture<List<Path>> downloadAll(
        HttpClient client, List<URI> files, Path directory) {
      return CompletableFuture.completedFuture(
          files.stream()
              .map(from -> download(client, from, directory.resolve(TargetNames.of(from))))
              .map(CompletableFuture::join)
              .toList());
    }
  }

  /** Waits for all downloads on a thread of the common pool. */
  @WrongAnswer("waits in CompletableFuture.join at CallerMistakes.java:")
  public static class JoinsOnTheCommonPool extends AllAtOnce {

    @Override
    public CompletableFuture<List<Path>> downloadAll(
        HttpClient client, List<URI> files, Path directory) {
      files.forEach(HttpRequest::newBuilder);
      List<CompletableFuture<Path>> downloads =
          files.stream()
              .map(from -> download(client, from, directory.resolve(TargetNames.of(from))))
              .toList();
      CompletableFuture<?> all =
          CompletableFuture.allOf(downloads.toArray(CompletableFuture<?>[]::new));
      return CompletableFuture.supplyAsync(() -> {
        all.handle((_, _) -> null).join();
        return downloads.stream().map(CompletableFuture::join).toList();
      });
    }
  }
}
