package workshop.completable.answers;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.RightAnswer;

/** Waits with join, which cannot be interrupted. */
@RightAnswer
public class WaitsWithJoin extends FailurePaths {
  @Override
  public <T> T await(CompletableFuture<T> future) throws IOException {
    try {
      return future.join();
    } catch (CompletionException wrapper) {
      switch (unwrapped(wrapper)) {
        case IOException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case Throwable e -> throw new IOException(e.toString(), e);
      }
    }
  }
}
