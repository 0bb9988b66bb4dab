package workshop.downloads.answers.allatonce;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.downloads.AllAtOnce;
import workshop.downloads.BadStatus;
import workshop.downloads.BodyFile;
import workshop.downloads.Download;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AllAtOnce} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /**
   * {@code sendAsync} succeeds with any status, and {@code ofFile} keeps the end of a longer file.
   */
  @WrongAnswer("the old tail is still in the file")
  public static class ForgetsTheCheck extends AllAtOnce {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to) {
      return client
          .sendAsync(HttpRequest.newBuilder(from).build(), BodyHandlers.ofFile(to))
          .thenApply(HttpResponse::body);
    }
  }

  /**
   * Leaves out failed downloads: the caller asks for three files and gets two, without an error.
   */
  @WrongAnswer("One of three downloads was answered with 404. The download succeeded")
  public static class OmitsFailedDownloads extends AllAtOnce {

    @Override
    public CompletableFuture<List<Path>> downloadAll(
        HttpClient client, List<URI> files, Path directory) {
      List<CompletableFuture<Path>> downloads =
          Download.into(directory, files).stream()
              .map(each -> download(client, each.from(), each.to()).exceptionally(_ -> null))
              .toList();
      return CompletableFuture.allOf(downloads.toArray(CompletableFuture<?>[]::new))
          .thenApply(_ ->
              downloads.stream().map(CompletableFuture::join).filter(Objects::nonNull).toList());
    }
  }

  /** Checks the status, and relies on the client for the length. */
  @WrongAnswer("Over HTTP/2, the body ended after 100000 bytes")
  public static class ChecksTheStatusOnly extends AllAtOnce {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to) {
      BodyFile body = new BodyFile(to);
      return client
          .sendAsync(HttpRequest.newBuilder(from).build(), body.guard(new OneByOne().into(to)))
          .thenApply(response -> {
            if (response.statusCode() != 200) {
              throw new CompletionException(BadStatus.of(response));
            }
            return to;
          })
          .exceptionally(why -> {
            throw new CompletionException(body.discardAfter(Failure.naming(from, why)));
          });
    }
  }
}
