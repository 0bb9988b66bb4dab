package workshop.downloads;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Downloads into memory, for suites that test the code around a download. */
record Requests(HttpClient client) {

  /** Returns a download that fails with {@link BadStatus}, as all downloads of this module do. */
  Supplier<CompletableFuture<String>> text(URI from) {
    return () ->
        client
            .sendAsync(HttpRequest.newBuilder(from).build(), BodyHandlers.ofString())
            .thenCompose(response ->
                response.statusCode() == 200
                    ? CompletableFuture.completedFuture(response.body())
                    : CompletableFuture.failedFuture(BadStatus.of(response)));
  }
}
