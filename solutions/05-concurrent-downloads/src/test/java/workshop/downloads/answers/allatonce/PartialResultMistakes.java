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
import workshop.downloads.AllAtOnce;
import workshop.downloads.Download;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AllAtOnce}: they take a part, or nothing, for success. */
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

  /** The caller asks for three files and gets two, without an error. */
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
}
