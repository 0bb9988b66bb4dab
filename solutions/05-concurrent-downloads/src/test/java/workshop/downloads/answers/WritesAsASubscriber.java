package workshop.downloads.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.RightAnswer;

/** A subscriber of one's own, which asks for the next bytes when these are on the disk. */
@RightAnswer
public class WritesAsASubscriber extends OneByOne {

  @Override
  public BodyHandler<Path> into(Path file) {
    return reply -> reply.statusCode() == 200 ? new Storing(file) : BodySubscribers.replacing(file);
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
