package workshop.downloads;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Deliveries go to the back door first: unpacked, counted, compared with the delivery note. Only
 * what is right gets its place on the shelf, and nobody ever sees a half-filled shelf.
 *
 * <p>The bytes go to a file of another name in the same directory. The suite looks at the directory
 * at every instant, and lets each step fail. Built with your {@link OneByOne#into} and {@link
 * OneByOne#check}; {@link Checksum#verify} is given.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class AllOrNothing {

  /**
   * Begins a download and returns at once. Two of them may go to the same file: it then holds the
   * one or the other, whole.
   *
   * @param worker runs the work on files that is not the client's: verifying, moving, deleting
   * @return {@code to} when it is there, whole; fails with an {@link java.io.IOException} that
   *     names the URL and the reason. Then, or when it is cancelled, {@code to} is as it was
   *     before, the request does not go on, and no other file is left
   * @throws IllegalArgumentException if {@code from} is no http or https URL
   */
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to, Executor worker) {
    OneByOne delivery = new OneByOne();
    // In the same directory, because only there a move is one step; a name of its own each time.
    Path part = to.resolveSibling(to.getFileName() + "." + UUID.randomUUID() + ".part");
    CompletableFuture<HttpResponse<Path>> exchange =
        client.sendAsync(HttpRequest.newBuilder(from).build(), delivery.into(part));
    CompletableFuture<Path> result =
        new CompletableFuture<>() {
          @Override
          public boolean cancel(boolean mayInterruptIfRunning) {
            return exchange.cancel(true); // ends this one too, as soon as all is cleaned up
          }
        };
    exchange
        .thenAcceptAsync(response -> keep(delivery, response, to), worker)
        .whenCompleteAsync(
            (_, why) -> {
              if (why == null) {
                result.complete(to);
              } else {
                result.completeExceptionally(cleanedUp(part, Failure.naming(from, why)));
              }
            },
            worker);
    return result;
  }

  private static void keep(OneByOne delivery, HttpResponse<Path> response, Path to) {
    try {
      delivery.check(response);
      Checksum.verify(response);
      Files.move(response.body(), to, ATOMIC_MOVE);
    } catch (IOException notTheFile) {
      throw new CompletionException(notTheFile);
    }
  }

  private static IOException cleanedUp(Path part, IOException failure) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }
}
