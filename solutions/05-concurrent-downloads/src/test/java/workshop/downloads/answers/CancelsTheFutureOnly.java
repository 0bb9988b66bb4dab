package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.testkit.exercise.WrongAnswer;

/** Cancelling a CompletableFuture completes it. It stops nothing. */
@WrongAnswer("was canceled, but its request is still in flight")
public class CancelsTheFutureOnly extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      CompletableFuture<Path> result(CompletableFuture<?> exchange) {
        return new CompletableFuture<>();
      }
    }.start();
  }
}
