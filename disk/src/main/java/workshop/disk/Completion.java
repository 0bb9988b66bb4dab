package workshop.disk;

import java.util.concurrent.Executor;
import workshop.disk.filter.Nullable;

/** Takes the result of an asynchronous operation. */
interface Completion<T extends @Nullable Object> {

  /**
   * Called once, on the thread that did the I/O. If {@code error} is null, the operation has
   * succeeded.
   */
  void ended(@Nullable T result, @Nullable Throwable error);

  /**
   * Called instead of {@link #ended} if there is nothing to do on the disk, on the caller's thread.
   */
  void soon(Executor pool, @Nullable T result, @Nullable Throwable error);

  /** Returns a completion that runs {@code first}, and then passes the result to this one. */
  default Completion<T> after(Runnable first) {
    Completion<T> then = this;
    return new Completion<>() {
      @Override
      public void ended(@Nullable T result, @Nullable Throwable error) {
        first.run();
        then.ended(result, error);
      }

      @Override
      public void soon(Executor pool, @Nullable T result, @Nullable Throwable error) {
        first.run();
        then.soon(pool, result, error);
      }
    };
  }
}
