package workshop.downloads.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.downloads.AllOrNothing;
import workshop.testkit.exercise.RightAnswer;

/** A directory for each download, made and removed on the worker. */
@RightAnswer
public class WorksInADirectoryOfItsOwn extends AllOrNothing {

  @Override
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    Parts parts =
        new Parts(client, from, to, worker) {
          @Override
          Path part() {
            return super.part().resolve("body");
          }

          @Override
          CompletableFuture<Path> start() {
            HttpRequest.newBuilder(from); // refused before there is a directory
            CompletableFuture<CompletableFuture<Path>> begun =
                CompletableFuture.supplyAsync(
                    () -> {
                      makeDesk();
                      return super.start();
                    },
                    worker);
            CompletableFuture<Path> result =
                new CompletableFuture<>() {
                  @Override
                  public boolean cancel(boolean mayInterruptIfRunning) {
                    begun.thenAccept(download -> download.cancel(true));
                    return true;
                  }
                };
            begun
                .thenCompose(download -> download)
                .whenComplete((path, why) ->
                    Collected.pass(path, why == null ? null : why.getCause(), result));
            return result;
          }

          private void makeDesk() {
            try {
              Files.createDirectory(desk());
            } catch (IOException e) {
              throw new CompletionException(workshop.downloads.Failure.naming(from, e));
            }
          }

          @Override
          void verifyAndMove(HttpResponse<Path> response) throws IOException {
            super.verifyAndMove(response);
            Files.delete(desk());
          }

          @Override
          void cleanUp(Throwable why) {
            super.cleanUp(why);
            try {
              Files.deleteIfExists(desk());
            } catch (IOException e) {
              why.addSuppressed(e);
            }
          }

          private Path desk() {
            return Objects.requireNonNull(part.getParent());
          }
        };
    return parts.start();
  }
}
