package workshop.disk;

import java.nio.channels.CompletionHandler;
import java.nio.channels.ShutdownChannelGroupException;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import workshop.disk.filter.Nullable;

/** Calls a completion handler on the pool and never on the caller's thread, as the JDK does. */
record HandlerCall<T extends @Nullable Object, A extends @Nullable Object>(
    CompletionHandler<T, ? super A> handler, A attachment) implements Completion<T> {

  HandlerCall {
    Objects.requireNonNull(handler, "'handler' is null");
  }

  @Override
  @SuppressWarnings("NullAway") // the result of an operation that did not fail is what it should be
  public void ended(@Nullable T result, @Nullable Throwable error) {
    if (error == null) {
      handler.completed(result, attachment);
    } else {
      handler.failed(error, attachment);
    }
    // An interrupt was meant for this operation, not for the pool thread's next task.
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
