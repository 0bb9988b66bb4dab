package workshop.testkit.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** A client for the tests of the origin; closing it never waits for a reply. */
public record Downloads(HttpClient client, Origin origin) implements AutoCloseable {

  public static Downloads from(Origin origin, HttpClient.Version version) {
    return new Downloads(HttpClient.newBuilder().version(version).build(), origin);
  }

  public static Downloads from(Origin origin) {
    return from(origin, HttpClient.Version.HTTP_1_1);
  }

  public HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    return client.send(request(path, headers).build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofByteArray());
  }

  public CompletableFuture<HttpResponse<byte[]>> start(String path) {
    return client.sendAsync(request(path).build(), BodyHandlers.ofByteArray());
  }

  HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(origin.uri(path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
