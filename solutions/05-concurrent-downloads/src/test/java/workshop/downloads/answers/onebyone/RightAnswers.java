package workshop.downloads.answers.onebyone;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import workshop.downloads.BadStatus;
import workshop.downloads.BodyFile;
import workshop.downloads.Failure;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link OneByOne}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /** Downloads to a temporary file, so the old one stays until the new one is whole. */
  @RightAnswer
  public static class DownloadsToATemporaryFile extends OneByOne {

    @Override
    public void download(HttpClient client, URI from, Path to, Duration timeout)
        throws IOException, InterruptedException {
      Path part = to.resolveSibling(to.getFileName() + ".part");
      super.download(client, from, part, timeout);
      try {
        Files.move(part, to, ATOMIC_MOVE);
      } catch (IOException notMoved) {
        Files.deleteIfExists(part);
        throw Failure.naming(from, notMoved);
      }
    }
  }

  /** Lets the caller wait for the future of {@code sendAsync}. */
  @RightAnswer
  public static class SendsAndWaitsForTheFuture extends OneByOne {

    @Override
    public void download(HttpClient client, URI from, Path to, Duration timeout)
        throws IOException, InterruptedException {
      HttpRequest request = HttpRequest.newBuilder(from).timeout(timeout).build();
      BodyFile body = new BodyFile(to);
      CompletableFuture<HttpResponse<Path>> exchange =
          client.sendAsync(request, body.guard(into(to)));
      try {
        check(exchange.get());
      } catch (IOException failed) {
        throw body.discardAfter(Failure.naming(from, failed));
      } catch (ExecutionException failed) {
        throw body.discardAfter(Failure.naming(from, failed));
      } catch (InterruptedException stopped) {
        exchange.cancel(true);
        throw body.discardAfter(stopped);
      }
    }
  }

  /** Looks at the status before it reads the first byte of the body. */
  @RightAnswer
  public static class StreamsTheBody extends OneByOne {

    @Override
    public void download(HttpClient client, URI from, Path to, Duration timeout)
        throws IOException, InterruptedException {
      HttpRequest request = HttpRequest.newBuilder(from).timeout(timeout).build();
      boolean opened = false;
      try {
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
          if (response.statusCode() != 200) {
            throw BadStatus.of(response);
          }
          long announced = response.headers().firstValueAsLong("Content-Length").orElse(-1);
          long arrived;
          try (OutputStream file = Files.newOutputStream(to)) {
            opened = true;
            arrived = body.transferTo(file);
          }
          if (announced >= 0 && announced != arrived) {
            throw new IOException(arrived + " of " + announced + " bytes");
          }
        }
      } catch (IOException e) {
        IOException failure = Failure.naming(from, e);
        try {
          if (opened) {
            Files.deleteIfExists(to);
          }
        } catch (IOException notDeleted) {
          failure.addSuppressed(notDeleted);
        }
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        throw failure;
      }
    }
  }

  /** Uses a subscriber that requests the next bytes when the previous ones are on the disk. */
  @RightAnswer
  public static class WritesInASubscriber extends OneByOne {

    @Override
    public BodyHandler<Path> into(Path file) {
      return reply ->
          reply.statusCode() == 200 ? new Storing(file) : BodySubscribers.replacing(file);
    }

    private static final class Storing implements BodySubscriber<Path> {

      private final CompletableFuture<Path> stored = new CompletableFuture<>();
      private final Path file;
      private Flow.Subscription bytes;
      private FileChannel channel;

      Storing(Path file) {
        this.file = file;
      }

      @Override
      public CompletionStage<Path> getBody() {
        return stored;
      }

      @Override
      public void onSubscribe(Flow.Subscription subscription) {
        bytes = subscription;
        try {
          channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE);
          bytes.request(1);
        } catch (IOException e) {
          bytes.cancel();
          stored.completeExceptionally(e);
        }
      }

      @Override
      public void onNext(List<ByteBuffer> some) {
        try {
          for (ByteBuffer each : some) {
            while (each.hasRemaining()) {
              channel.write(each);
            }
          }
          bytes.request(1);
        } catch (IOException e) {
          bytes.cancel();
          onError(e);
        }
      }

      @Override
      public void onError(Throwable why) {
        close();
        stored.completeExceptionally(why);
      }

      @Override
      public void onComplete() {
        close();
        stored.complete(file);
      }

      private void close() {
        try {
          if (channel != null) {
            channel.close();
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
