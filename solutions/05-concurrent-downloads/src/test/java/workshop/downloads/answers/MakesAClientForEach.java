package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import workshop.downloads.AllAtOnce;
import workshop.testkit.exercise.WrongAnswer;

/** A client of its own for each file, and nobody closes them. */
@WrongAnswer("close the HttpClient that you created, or use one client for all requests")
public class MakesAClientForEach extends AllAtOnce {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to) {
    return super.download(
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), from, to);
  }
}
