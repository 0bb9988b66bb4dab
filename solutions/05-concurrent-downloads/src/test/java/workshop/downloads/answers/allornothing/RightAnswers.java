package workshop.downloads.answers.allornothing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import workshop.downloads.AllOrNothing;
import workshop.downloads.Failure;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link AllOrNothing}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Lets the worker wait for the body as well, which is easy to read but occupies a worker. */
  @RightAnswer
  public static class SendsOnTheWorker extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      HttpRequest request = HttpRequest.newBuilder(from).build();
      StagedDownload parts = new StagedDownload(client, from, to, worker);
      CompletableFuture<Path> result = new CompletableFuture<>();
      FutureTask<Boolean> work =
          new FutureTask<>(() -> {
            try {
              parts.keep(client.send(request, parts.handler()));
              return result.complete(to);
            } catch (Throwable why) {
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

  /** Lets a virtual thread wait for the reply, and then for the worker. */
  @RightAnswer
  public static class WaitsOnOneVirtualThread extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      HttpRequest.newBuilder(from); // rejects a URL that is not http or https
      CompletableFuture<Path> end = new CompletableFuture<>();
      StagedDownload parts = new StagedDownload(client, from, to, worker);
      Thread waiting = Thread.ofVirtual().start(() -> run(parts, end));
      CompletableFuture<Path> result =
          new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
              waiting.interrupt();
              return true;
            }
          };
      end.whenComplete((path, why) -> Futures.pass(path, why, result));
      return result;
    }

    private static void run(StagedDownload parts, CompletableFuture<Path> result) {
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

    private static void onTheWorker(Executor worker, Callable<?> work) throws IOException {
      CompletableFuture<Object> done = new CompletableFuture<>();
      worker.execute(() -> {
        try {
          done.complete(work.call());
        } catch (Throwable why) {
          done.completeExceptionally(why);
        }
      });
      try {
        done.join(); // join() ignores interrupts: from here on, a cancel comes too late
      } catch (CompletionException e) {
        if (e.getCause() instanceof IOException io) {
          throw io;
        }
        throw new IOException(e.getCause());
      }
    }
  }

  /** Makes a directory for each download, and removes it on the worker. */
  @RightAnswer
  public static class UsesADirectoryPerDownload extends AllOrNothing {

    @Override
    public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
      StagedDownload parts =
          new StagedDownload(client, from, to, worker) {
            @Override
            Path part() {
              return super.part().resolve("body");
            }

            @Override
            CompletableFuture<Path> start() {
              HttpRequest.newBuilder(from); // rejected before there is a directory
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
                      Futures.pass(path, why == null ? null : why.getCause(), result));
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
}
