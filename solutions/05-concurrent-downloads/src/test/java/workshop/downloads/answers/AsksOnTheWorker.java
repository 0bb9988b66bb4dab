package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import workshop.downloads.AllOrNothing;
import workshop.testkit.exercise.WrongAnswer;

/** The thread that is there for the files looks all the time whether the body has come. */
@WrongAnswer("That is busy waiting")
public class AsksOnTheWorker extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    HttpRequest request = HttpRequest.newBuilder(from).build();
    return new Parts(client, from, to, worker) {
      @Override
      CompletableFuture<Path> start() {
        CompletableFuture<HttpResponse<Path>> exchange = client.sendAsync(request, handler());
        CompletableFuture<Path> result = result(exchange);
        worker.execute(() -> {
          while (!exchange.isDone()) {
            LockSupport.parkNanos(1_000_000);
          }
          try {
            keep(exchange.join());
            result.complete(to);
          } catch (RuntimeException why) {
            cleanUp(why);
            result.completeExceptionally(workshop.downloads.Failure.naming(from, why));
          }
        });
        return result;
      }
    }.start();
  }
}
