package workshop.downloads;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * The file that a body is written to, which can be discarded at any time. Given; nothing to do
 * here.
 *
 * <p>A canceled exchange does not stop at once: the client may open the file after your cleanup has
 * deleted it, and then an empty file is left. Here, opening and discarding take turns, and a file
 * that was discarded is never opened.
 */
public final class BodyFile {

  private final Path file;
  private boolean opened;
  private boolean discarded;

  public BodyFile(Path file) {
    this.file = file;
  }

  /** Returns a handler that does what {@code handler} does, unless the file was discarded. */
  public BodyHandler<Path> guard(BodyHandler<Path> handler) {
    return reply ->
        reply.statusCode() == 200 ? new Guarded(handler.apply(reply)) : handler.apply(reply);
  }

  /**
   * Deletes the file if this exchange has opened it, and keeps it from being opened later.
   *
   * @return {@code failure}; if the file cannot be deleted, that error is added as a suppressed
   *     exception
   */
  public synchronized <T extends Throwable> T discardAfter(T failure) {
    discarded = true;
    try {
      if (opened) {
        opened = false;
        Files.deleteIfExists(file);
      }
    } catch (IOException | RuntimeException notDeleted) {
      failure.addSuppressed(notDeleted);
    }
    return failure;
  }

  private synchronized void open(BodySubscriber<Path> body, Flow.Subscription subscription) {
    if (discarded) {
      subscription.cancel();
    } else {
      body.onSubscribe(subscription); // opens the file, or fails
      opened = !body.getBody().toCompletableFuture().isCompletedExceptionally();
    }
  }

  private final class Guarded implements BodySubscriber<Path> {

    private final BodySubscriber<Path> body;

    Guarded(BodySubscriber<Path> body) {
      this.body = body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      open(body, subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      body.onNext(buffers);
    }

    @Override
    public void onError(Throwable failure) {
      body.onError(failure);
    }

    @Override
    public void onComplete() {
      body.onComplete();
    }

    @Override
    public CompletionStage<Path> getBody() {
      return body.getBody();
    }
  }
}
