package workshop.disk;

import java.nio.channels.CompletionHandler;
import java.nio.channels.ShutdownChannelGroupException;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import workshop.disk.filter.Nullable;

/** Tells a completion handler, as the JDK does: always on the pool, never in the caller. */
record HandlerCall<T extends @Nullable Object, A extends @Nullable Object>(
    CompletionHandler<T, ? super A> handler, A attachment) implements Completion<T> {

  HandlerCall {
    Objects.requireNonNull(handler, "'handler' is null");
  }

  /** What the handler throws goes to the thread, and to nobody else. */
  @Override
  @SuppressWarnings("NullAway") // the result of an operation that did not fail is what it should be
  public void ended(@Nullable T result, @Nullable Throwable error) {
    if (error == null) {
      handler.completed(result, attachment);
    } else {
      handler.failed(error, attachment);
    }
    // An interrupt was meant for what has ended now, not for the pool thread's next task.
    Thread.interrupted();
  }

  @Override
  public void soon(Executor pool, @Nullable T result, @Nullable Throwable error) {
    try {
      pool.execute(() -> ended(result, error));
    } catch (RejectedExecutionException e) {
      throw new ShutdownChannelGroupException();
    }
  }
}
