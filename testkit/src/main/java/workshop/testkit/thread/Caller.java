package workshop.testkit.thread;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Runs a learner's method on a new thread named {@code caller}, so that a test can see whether the
 * method returns while the disk is held.
 */
public final class Caller {

  /** Code without a result that may throw. */
  @FunctionalInterface
  public interface Action {
    void run() throws Exception;
  }

  private Caller() {}

  /**
   * Starts {@code body} on a new platform thread and returns at once.
   *
   * @param what the call as a learner knows it, such as {@code "read(path)"}
   */
  public static <T extends @Nullable Object> Call<T> call(String what, Callable<T> body) {
    return new Call<>(what, body).start();
  }

  /** Starts {@code body}, which has no result, on a new platform thread and returns at once. */
  public static Call<@Nullable Void> call(String what, Action body) {
    return new Call<@Nullable Void>(
            what,
            () -> {
              body.run();
              return null;
            })
        .start();
  }
}
