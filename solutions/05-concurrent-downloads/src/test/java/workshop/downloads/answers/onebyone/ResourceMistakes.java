package workshop.downloads.answers.onebyone;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import workshop.downloads.BadStatus;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link OneByOne} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Checks four times a second whether another thread has finished. */
  @WrongAnswer("That is busy waiting")
  public static class PollsFourTimesASecond extends OneByOne {

    @Override
    public void download(HttpClient client, URI from, Path to, Duration timeout)
        throws IOException, InterruptedException {
      FutureTask<Boolean> download =
          new FutureTask<>(() -> {
            super.download(client, from, to, timeout);
            return true;
          });
      Thread thread = Thread.ofVirtual().start(download);
      try {
        while (!isDone(download)) {
          // once more
        }
      } catch (ExecutionException e) {
        throw Failure.naming(from, e.getCause());
      } catch (InterruptedException e) {
        thread.interrupt();
        thread.join();
        throw e;
      }
    }

    private static boolean isDone(FutureTask<Boolean> download)
        throws ExecutionException, InterruptedException {
      try {
        return download.get(250, MILLISECONDS);
      } catch (TimeoutException notYet) {
        return false;
      }
    }
  }

  /** Checks every few milliseconds, on the caller's thread, whether the reply is there. */
  @WrongAnswer("That is busy waiting")
  public static class PollsForTheReply extends OneByOne {

    @Override
    public void download(HttpClient client, URI from, Path to, Duration timeout)
        throws IOException, InterruptedException {
      HttpRequest request = HttpRequest.newBuilder(from).timeout(timeout).build();
      CompletableFuture<HttpResponse<Path>> exchange = client.sendAsync(request, into(to));
      try {
        check(reply(exchange));
      } catch (BadStatus notTheFile) {
        throw notTheFile;
      } catch (InterruptedException e) {
        exchange.cancel(true);
        Files.deleteIfExists(to);
        throw e;
      } catch (IOException | ExecutionException e) {
        Files.deleteIfExists(to);
        throw Failure.naming(from, e instanceof ExecutionException ? e.getCause() : e);
      }
    }

    private static HttpResponse<Path> reply(CompletableFuture<HttpResponse<Path>> exchange)
        throws InterruptedException, ExecutionException {
      while (true) {
        try {
          return exchange.get(2, MILLISECONDS);
        } catch (TimeoutException notYet) {
          // once more
        }
      }
    }
  }

  /** Reports the error, but leaves the partial file behind. */
  @WrongAnswer("The connection was closed after 100000 of 300000 bytes. The directory now holds")
  public static class LeavesThePartialFile extends OneByOne {

    @Override
    public void download(HttpClient client, URI from, Path to, Duration timeout)
        throws IOException, InterruptedException {
      try {
        check(client.send(HttpRequest.newBuilder(from).timeout(timeout).build(), into(to)));
      } catch (IOException e) {
        throw Failure.naming(from, e);
      }
    }
  }

  /** Closes the stream of the body only if the status is 200. */
  @WrongAnswer("requests are still in flight")
  public static class LeavesTheErrorPageUnread extends OneByOne {

    @Override
    public void download(HttpClient client, URI from, Path to, Duration timeout)
        throws IOException, InterruptedException {
      HttpRequest request = HttpRequest.newBuilder(from).timeout(timeout).build();
      try {
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
          throw BadStatus.of(response);
        }
        store(response, to);
      } catch (BadStatus notTheFile) {
        throw notTheFile;
      } catch (IOException e) {
        Files.deleteIfExists(to);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        throw Failure.naming(from, e);
      }
    }

    private static void store(HttpResponse<InputStream> response, Path to) throws IOException {
      long length;
      try (InputStream body = response.body()) {
        length = Files.copy(body, to, REPLACE_EXISTING);
      }
      OptionalLong announced = response.headers().firstValueAsLong("Content-Length");
      if (announced.isPresent() && announced.getAsLong() != length) {
        throw new IOException(response.uri() + ": not whole");
      }
    }
  }
}
