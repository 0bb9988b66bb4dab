package workshop.testkit.assertion;

import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;
import workshop.testkit.thread.Await;

/** A completion handler that remembers its result or failure, and the thread that called it. */
public class Told<T> implements CompletionHandler<T, Object> {

  private record Call<T>(T result, Throwable error, Object attachment, Thread thread) {}

  private final CompletableFuture<Call<T>> call = new CompletableFuture<>();

  /** Returns a handler that throws {@code error} after it has been called. */
  public static <T> Told<T> butThenThrows(RuntimeException error) {
    return new Told<>() {
      @Override
      public void completed(T result, Object attachment) {
        super.completed(result, attachment);
        throw error;
      }
    };
  }

  @Override
  public void completed(T result, Object attachment) {
    tell(new Call<>(result, null, attachment, Thread.currentThread()));
  }

  @Override
  public void failed(Throwable error, Object attachment) {
    tell(new Call<>(null, error, attachment, Thread.currentThread()));
  }

  private void tell(Call<T> once) {
    if (!call.complete(once)) {
      throw new AssertionError("told a second time: " + once);
    }
  }

  public boolean isTold() {
    return call.isDone();
  }

  public T result() {
    Call<T> told = await();
    if (told.error() != null) {
      throw new AssertionError("the handler was told of a failure", told.error());
    }
    return told.result();
  }

  public Throwable failure() {
    Call<T> told = await();
    if (told.error() == null) {
      throw new AssertionError("the handler was told of a success: " + told.result());
    }
    return told.error();
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
