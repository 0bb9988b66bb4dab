package workshop.downloads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * All orders go out at once, and the chef goes on cooking. Deliveries arrive in any order; the list
 * that is handed over at the end is in the order of the orders.
 *
 * <p>Built with your {@link OneByOne#into} and {@link OneByOne#check}. The suite holds the replies,
 * looks how many requests are on their way together, and whether the caller came back.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class AllAtOnce {

  /**
   * Begins a download and returns at once.
   *
   * @return {@code to} when it is there, whole; fails with an {@link java.io.IOException} that
   *     names the URL and the reason, and then nothing half made is left
   * @throws IllegalArgumentException if {@code from} is no http or https URL
   */
  public CompletableFuture<Path> download(HttpClient client, URI from, Path to) {
    OneByOne delivery = new OneByOne();
    return client
        .sendAsync(HttpRequest.newBuilder(from).build(), delivery.into(to))
        .thenApply(response -> {
          try {
            delivery.check(response);
            return to;
          } catch (IOException notTheFile) {
            throw new CompletionException(notTheFile);
          }
        })
        .exceptionally(why -> {
          throw new CompletionException(cleanedUp(to, Failure.naming(from, why)));
        });
  }

  private static IOException cleanedUp(Path to, IOException failure) {
    try {
      if (!(failure instanceof BadStatus)) { // of such a reply nothing was written
        Files.deleteIfExists(to);
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  /**
   * Begins all downloads and returns at once. Each goes to {@code directory}, under the last part
   * of its URL's path.
   *
   * @return the files in the order of {@code files} when all have ended; fails if one has failed,
   *     but not before the others have ended
   * @throws IllegalArgumentException if one of {@code files} is no http or https URL; then none was
   *     begun
   */
  public CompletableFuture<List<Path>> downloadAll(
      HttpClient client, List<URI> files, Path directory) {
    files.forEach(HttpRequest::newBuilder); // refuses a bad one before another is on its way
    // The list ends the stream: all have begun before the first result is asked for.
    List<CompletableFuture<Path>> downloads =
        files.stream()
            .map(from -> download(client, from, directory.resolve(nameOf(from))))
            .toList();
    return CompletableFuture.allOf(downloads.toArray(CompletableFuture<?>[]::new))
        .thenApply(_ -> downloads.stream().map(CompletableFuture::join).toList());
  }

  private static String nameOf(URI from) {
    return from.getPath().substring(from.getPath().lastIndexOf('/') + 1);
  }
}
