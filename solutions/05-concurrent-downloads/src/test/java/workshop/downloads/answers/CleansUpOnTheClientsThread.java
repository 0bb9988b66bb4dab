package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.downloads.Failure;
import workshop.testkit.exercise.WrongAnswer;

/** whenComplete without Async runs where the exchange has failed. */
@WrongAnswer("The file was deleted by the thread")
public class CleansUpOnTheClientsThread extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    return new Parts(client, from, to, worker) {
      @Override
      CompletableFuture<Path> start() {
        CompletableFuture<HttpResponse<Path>> exchange =
            client.sendAsync(HttpRequest.newBuilder(from).build(), handler());
        CompletableFuture<Path> result = result(exchange);
        exchange
            .thenAcceptAsync(this::keep, worker)
            .whenComplete((_, why) -> {
              if (why == null) {
                result.complete(to);
              } else {
                cleanUp(why);
                result.completeExceptionally(Failure.naming(from, why));
              }
            });
        return result;
      }
    }.start();
  }
}
