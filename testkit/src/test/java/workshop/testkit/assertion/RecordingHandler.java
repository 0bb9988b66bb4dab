package workshop.testkit.assertion;

import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import workshop.testkit.thread.Await;

/** A completion handler that remembers its result or failure, and the thread that called it. */
public class RecordingHandler<T> implements CompletionHandler<T, Object> {

  private record Call<T>(T result, Throwable error, Object attachment, Thread thread) {}

  private final CompletableFuture<Call<T>> call = new CompletableFuture<>();

  /** Returns a handler that throws {@code error} after it has been called. */
  public static <T> RecordingHandler<T> thatThrows(RuntimeException error) {
    return new RecordingHandler<>() {
      @Override
      public void completed(T result, Object attachment) {
        super.completed(result, attachment);
        throw error;
      }
    };
  }

  @Override
  public void completed(T result, Object attachment) {
    record(new Call<>(result, null, attachment, Thread.currentThread()));
  }

  @Override
  public void failed(Throwable error, Object attachment) {
    record(new Call<>(null, error, attachment, Thread.currentThread()));
  }

  private void record(Call<T> once) {
    if (!call.complete(once)) {
      throw new AssertionError("called a second time: " + once);
    }
  }

  public boolean isCalled() {
    return call.isDone();
  }

  public T result() {
    Call<T> got = await();
    if (got.error() != null) {
      throw new AssertionError("the handler got a failure", got.error());
    }
    return got.result();
  }

  public Throwable failure() {
    Call<T> got = await();
    if (got.error() == null) {
      throw new AssertionError("the handler got a success: " + got.result());
    }
    return got.error();
  }

  public Object attachment() {
    return await().attachment();
  }

  public Thread thread() {
    return await().thread();
  }

  private Call<T> await() {
    return Await.result("the completion handler to be called", call);
  }
}
