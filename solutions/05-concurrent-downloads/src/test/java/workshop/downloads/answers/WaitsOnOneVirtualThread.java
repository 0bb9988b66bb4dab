package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import workshop.downloads.AllOrNothing;
import workshop.downloads.Failure;
import workshop.testkit.exercise.RightAnswer;

/** Reads like blocking code: a virtual thread that waits for the reply, and then for the worker. */
@RightAnswer
public class WaitsOnOneVirtualThread extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    HttpRequest.newBuilder(from); // refuses what is not http or https
    CompletableFuture<Path> result = new CompletableFuture<>();
    Parts parts = new Parts(client, from, to, worker);
    Thread waiting = Thread.ofVirtual().unstarted(() -> run(parts, result));
    result.whenComplete((_, _) -> waiting.interrupt());
    waiting.start();
    return result;
  }

  private static void run(Parts parts, CompletableFuture<Path> result) {
    try {
      HttpResponse<Path> response =
          parts.client.send(HttpRequest.newBuilder(parts.from).build(), parts.handler());
      onTheWorker(
          parts.worker,
          () -> {
            parts.single.check(response);
            parts.verifyAndMove(response);
            return response;
          });
      result.complete(parts.to);
    } catch (IOException | InterruptedException | RuntimeException why) {
      Runnable end =
          () -> {
            parts.cleanUp(why);
            result.completeExceptionally(Failure.naming(parts.from, why));
          };
      try {
        parts.worker.execute(end);
      } catch (RejectedExecutionException shutDown) {
        end.run();
      }
    }
  }

  private static void onTheWorker(Executor worker, Callable<?> work)
      throws IOException, InterruptedException {
    FutureTask<?> task = new FutureTask<>(work);
    worker.execute(task);
    try {
      task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IOException(e.getCause());
    }
  }
}
