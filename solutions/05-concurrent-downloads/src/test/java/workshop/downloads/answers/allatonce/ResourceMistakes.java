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
import java.util.concurrent.TimeUnit;
import workshop.downloads.AllAtOnce;
import workshop.downloads.BodyFile;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AllAtOnce} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Asks four times a second, on a timer, whether all downloads are done. */
  @WrongAnswer("That is busy waiting")
  public static class AsksOnATimer extends AllAtOnce {

    @Override
    public CompletableFuture<List<Path>> downloadAll(
        HttpClient client, List<URI> files, Path directory) {
      CompletableFuture<List<Path>> all = super.downloadAll(client, files, directory);
      CompletableFuture<List<Path>> result = new CompletableFuture<>();
      look(all, result);
      return result;
    }

    private static <T> void look(CompletableFuture<T> all, CompletableFuture<T> result) {
      if (all.isDone()) {
        all.whenComplete((value, why) -> Futures.pass(value, why, result));
      } else {
        CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS)
            .execute(() -> look(all, result));
      }
    }
  }

  /** Cleans up in {@code thenApply}, which is skipped when the exchange fails. */
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

  /** Cleans up after an IOException, but after no other failure. */
  @WrongAnswer("The third write failed with an IllegalStateException. The directory now holds")
  public static class CleansUpAfterAnIoExceptionOnly extends AllAtOnce {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to) {
      BodyFile body = new BodyFile(to);
      return client
          .sendAsync(HttpRequest.newBuilder(from).build(), body.guard(new OneByOne().into(to)))
          .thenCompose(response -> {
            try {
              new OneByOne().check(response);
              return CompletableFuture.completedFuture(to);
            } catch (IOException notTheFile) {
              return CompletableFuture.failedFuture(notTheFile);
            }
          })
          .exceptionally(why -> {
            IOException failure = Failure.naming(from, why);
            boolean known = Failure.cause(why) instanceof IOException;
            throw new CompletionException(known ? body.discardAfter(failure) : failure);
          });
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
