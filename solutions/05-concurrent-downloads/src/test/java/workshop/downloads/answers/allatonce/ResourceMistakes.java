package workshop.downloads.answers.allatonce;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.downloads.AllAtOnce;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.downloads.answers.TargetNames;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AllAtOnce}: they leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** A virtual thread checks every few milliseconds whether all are done. */
  @WrongAnswer("That is busy waiting")
  public static class PollsUntilAllAreDone extends AllAtOnce {

    @Override
    public CompletableFuture<List<Path>> downloadAll(
        HttpClient client, List<URI> files, Path directory) {
      files.forEach(HttpRequest::newBuilder);
      List<CompletableFuture<Path>> downloads =
          files.stream()
              .map(from -> download(client, from, directory.resolve(TargetNames.of(from))))
              .toList();
      CompletableFuture<List<Path>> result = new CompletableFuture<>();
      Thread.startVirtualThread(() -> {
        try {
          while (!downloads.stream().allMatch(CompletableFuture::isDone)) {
            Thread.sleep(10);
          }
          result.complete(downloads.stream().map(CompletableFuture::join).toList());
        } catch (RuntimeException | InterruptedException e) {
          result.completeExceptionally(e);
        }
      });
      return result;
    }
  }

  /** {@code thenApply} is skipped when the exchange fails, and so is the clean-up in it. */
  @WrongAnswer("The connection was closed after 100000 of 300000 bytes. The directory now holds")
  public static class CleansUpAfterSuccessOnly extends AllAtOnce {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to) {
      OneByOne single = new OneByOne();
      return client
          .sendAsync(HttpRequest.newBuilder(from).build(), single.into(to))
          .thenApply(response -> {
            try {
              single.check(response);
              return to;
            } catch (IOException e) {
              delete(to);
              throw new CompletionException(e);
            }
          })
          .exceptionally(why -> {
            throw new CompletionException(Failure.naming(from, why));
          });
    }

    private static void delete(Path file) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Makes a client for each file, and closes none of them. */
  @WrongAnswer("close the HttpClient that you created, or use one client for all requests")
  public static class CreatesAClientPerDownload extends AllAtOnce {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to) {
      return super.download(
          HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), from, to);
    }
  }
}
