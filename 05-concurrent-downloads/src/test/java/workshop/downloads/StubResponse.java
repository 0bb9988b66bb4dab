package workshop.downloads;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** A reply with status 200 and a header that a correct server would not send. */
record StubResponse(URI uri, Path body, Map<String, List<String>> fields)
    implements HttpResponse<Path> {

  @Override
  public int statusCode() {
    return 200;
  }

  @Override
  public HttpHeaders headers() {
    return HttpHeaders.of(fields, (_, _) -> true);
  }

  @Override
  public HttpRequest request() {
    return HttpRequest.newBuilder(uri).build();
  }

  @Override
  public Optional<HttpResponse<Path>> previousResponse() {
    return Optional.empty();
  }

  @Override
  public Optional<SSLSession> sslSession() {
    return Optional.empty();
  }

  @Override
  public HttpClient.Version version() {
    return HttpClient.Version.HTTP_1_1;
  }
}
