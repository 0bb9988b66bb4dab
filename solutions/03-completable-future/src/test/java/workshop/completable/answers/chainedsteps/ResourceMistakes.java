package workshop.completable.answers.chainedsteps;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ChainedSteps} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Creates an executor for each call and never shuts it down. */
  @WrongAnswer("the executor that you created")
  public static class CreatesAPoolPerCall extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      return super.read(file, Executors.newSingleThreadExecutor());
    }
  }

  /** Takes a lock for each read, so one thread of the executor waits for another. */
  @WrongAnswer("only 1 of 2 operations of copy(...) reached the disk")
  public static class TakesALockForEachRead extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      return CompletableFuture.supplyAsync(
          () -> {
            synchronized (this) {
              return super.read(file, Runnable::run).join();
            }
          },
          executor);
    }
  }
}
