package workshop.downloads.answers;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import workshop.downloads.AllOrNothing;
import workshop.downloads.Failure;
import workshop.testkit.exercise.RightAnswer;

/** The worker waits for the body, too: plain to read, and nobody else can have it meanwhile. */
@RightAnswer
public class SendsOnTheWorker extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    HttpRequest request = HttpRequest.newBuilder(from).build();
    Parts parts = new Parts(client, from, to, worker);
    CompletableFuture<Path> result = new CompletableFuture<>();
    FutureTask<Boolean> work =
        new FutureTask<>(() -> {
          try {
            parts.keep(client.send(request, parts.handler()));
            return result.complete(to);
          } catch (Exception why) {
            parts.cleanUp(why);
            return result.completeExceptionally(Failure.naming(from, why));
          }
        });
    result.whenComplete((_, _) -> {
      if (result.isCancelled()) {
        work.cancel(true);
      }
    });
    worker.execute(work);
    return result;
  }
}
