package workshop.completable.answers.readaheadpipeline;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ReadAheadPipeline} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Hides the exception of the work behind one that gives no reason. */
  @WrongAnswer("the future failed with a different object")
  public static class HidesTheFailureOfTheWork extends ReadAheadPipeline {
    @Override
    protected <R> CompletableFuture<R> onAllCores(
        ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
      return super.onAllCores(chunk, work, compute, cores)
          .exceptionallyCompose(
              e -> CompletableFuture.failedFuture(new IllegalStateException("work failed", e)));
    }
  }
}
