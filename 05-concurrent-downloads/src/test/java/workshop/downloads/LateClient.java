package workshop.downloads;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import workshop.testkit.thread.Await;

/**
 * A client with the worst timing: it begins with the body of a canceled request after the caller
 * has already cleaned up. The JDK's client does so now and then. This one sends nothing, and takes
 * one request.
 */
final class LateClient extends HttpClient {

  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch replied = new CountDownLatch(1);
  private volatile @Nullable BodySubscriber<?> body;

  /** The beginning of a reply with status 200. */
  private record Ok() implements ResponseInfo {

    @Override
    public int statusCode() {
      return 200;
    }

    @Override
    public HttpHeaders headers() {
      return HttpHeaders.of(Map.of(), (_, _) -> true);
    }

    @Override
    public Version version() {
      return Version.HTTP_1_1;
    }
  }

  /** A subscription that delivers nothing. */
  private static final class Nothing implements Flow.Subscription {

    private boolean canceled;

    @Override
    public void request(long n) {}

    @Override
    public void cancel() {
      canceled = true;
    }
  }

  /** Waits until the status has been delivered and the body could begin. */
  void awaitReply() {
    Await.latch("a request", replied);
  }

  /** Returns how many requests it has received. */
  int requests() {
    return requests.get();
  }

  /** Begins with the body now, on the calling thread, and then ends it as canceled. */
  void beginBody() {
    BodySubscriber<?> late = requireNonNull(body);
    Nothing subscription = new Nothing();
    late.onSubscribe(subscription);
    if (!subscription.canceled) {
      late.onError(new IOException("canceled"));
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    requests.incrementAndGet();
    body = handler.apply(new Ok());
    replied.countDown();
    return new CompletableFuture<>();
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> none) {
    return sendAsync(request, handler);
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    try {
      return sendAsync(request, handler).get();
    } catch (ExecutionException never) {
      throw new IOException(never);
    }
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return Optional.empty();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return Optional.empty();
  }

  @Override
  public Redirect followRedirects() {
    return Redirect.NEVER;
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return Optional.empty();
  }

  @Override
  public SSLContext sslContext() {
    throw new IllegalStateException("no request is encrypted here");
  }

  @Override
  public SSLParameters sslParameters() {
    return new SSLParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return Optional.empty();
  }

  @Override
  public Version version() {
    return Version.HTTP_1_1;
  }

  @Override
  public Optional<Executor> executor() {
    return Optional.empty();
  }
}
