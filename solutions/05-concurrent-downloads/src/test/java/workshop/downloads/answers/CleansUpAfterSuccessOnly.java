package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.downloads.AllAtOnce;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** thenApply is skipped when the exchange fails, and with it the cleaning up. */
@WrongAnswer("The connection was closed after 100000 of 300000 bytes. Now the directory holds")
public class CleansUpAfterSuccessOnly extends AllAtOnce {

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
