package workshop.downloads.answers;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import workshop.downloads.BadStatus;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** The caller wakes up every few milliseconds to see whether the reply is there. */
@WrongAnswer("That is busy waiting")
public class AsksWhetherTheReplyIsThere extends OneByOne {

  @Override
  public void download(HttpClient client, URI from, Path to, Duration timeout)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(from).timeout(timeout).build();
    CompletableFuture<HttpResponse<Path>> exchange = client.sendAsync(request, into(to));
    try {
      check(reply(exchange));
    } catch (BadStatus notTheFile) {
      throw notTheFile;
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Files.deleteIfExists(to);
      throw e;
    } catch (IOException | ExecutionException e) {
      Files.deleteIfExists(to);
      throw Failure.naming(from, e instanceof ExecutionException ? e.getCause() : e);
    }
  }

  private static HttpResponse<Path> reply(CompletableFuture<HttpResponse<Path>> exchange)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        return exchange.get(2, MILLISECONDS);
      } catch (TimeoutException notYet) {
        // once more
      }
    }
  }
}
