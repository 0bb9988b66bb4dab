package workshop.disk;

import java.io.IOException;
import java.nio.channels.AsynchronousChannel;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import workshop.disk.filter.Nullable;

/**
 * The future of an asynchronous operation. {@code cancel(false)} cancels only the future: the I/O
 * continues and fills the buffer later. {@code cancel(true)} closes the channel, which waits for
 * the I/O to end.
 */
final class PendingResult<T extends @Nullable Object> implements Future<T>, Completion<T> {

  private final AsynchronousChannel channel;
  private final CompletableFuture<T> outcome = new CompletableFuture<>();

  PendingResult(AsynchronousChannel channel) {
    this.channel = channel;
  }

  @Override
  @SuppressWarnings("NullAway") // the result of an operation that did not fail is what it should be
  public void ended(@Nullable T result, @Nullable Throwable error) {
    if (error == null) {
      outcome.complete(result);
    } else {
      outcome.completeExceptionally(error instanceof IOException ? error : new IOException(error));
    }
  }

  @Override
  public void soon(Executor pool, @Nullable T result, @Nullable Throwable error) {
    ended(result, error);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (!outcome.completeExceptionally(new CancellationException())) {
      return false;
    }
    if (mayInterruptIfRunning) {
      try {
        channel.close();
      } catch (IOException e) {
        // The JDK ignores it as well.
      }
    }
    return true;
  }

  @Override
  public boolean isCancelled() {
    return outcome.isCancelled();
  }

  @Override
  public boolean isDone() {
    return outcome.isDone();
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    return outcome.get();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return outcome.get(timeout, unit);
  }
}
