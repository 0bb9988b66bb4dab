package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import workshop.downloads.BodyFile;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.RightAnswer;

/** sendAsync, and a caller that waits for its future. */
@RightAnswer
public class SendsAndWaitsForTheFuture extends OneByOne {

  @Override
  public void download(HttpClient client, URI from, Path to, Duration timeout)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(from).timeout(timeout).build();
    BodyFile body = new BodyFile(to);
    CompletableFuture<HttpResponse<Path>> exchange =
        client.sendAsync(request, body.guard(into(to)));
    try {
      check(exchange.get());
    } catch (IOException failed) {
      throw body.discardAfter(Failure.naming(from, failed));
    } catch (ExecutionException failed) {
      throw body.discardAfter(Failure.naming(from, failed));
    } catch (InterruptedException stopped) {
      exchange.cancel(true);
      throw body.discardAfter(stopped);
    }
  }
}
